package io.ringside.presencetick.life;

import io.ringside.contracts.presence.PresenceTick;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected to which gateway. A gateway that is no longer heard is dead, and with it every connection that it
 * had. What it costs goes with what changes: a gateway that has nothing to tell renews all of its users at once.
 */
@Singleton
public final class LifeTable {
    private final Map<String, NodeLife> nodes = new HashMap<>();
    private final Map<String, Life> departed = new HashMap<>();
    private Set<String> touched = new HashSet<>();

    /**
     * Takes what a gateway told.
     *
     * @return false if something is missing before it: the gateway has to tell the whole
     */
    public synchronized boolean hear(PresenceTick tick, Instant now) {
        NodeLife node = nodes.get(tick.node());
        if (tick.whole()) {
            end(tick.node(), now);
            node = new NodeLife();
            node.startsAt(tick.sequence());
            nodes.put(tick.node(), node);
        }
        if (node == null) {
            return false;
        }
        node.heard(now);
        if (!tick.whole() && !node.follows(tick.sequence())) {
            return false;
        }
        for (PresenceTick.Here here : tick.here()) {
            node.users.put(here.user(), now.minusMillis(Math.max(0, here.quietMs())));
            departed.remove(here.user());
            touched.add(here.user());
        }
        for (String user : tick.gone()) {
            leave(node, user, now);
        }
        return true;
    }

    /** Ends the gateways that were not heard for so long: their users were there until they were heard last. */
    public synchronized void expire(Instant now, Duration lease) {
        Map<String, Instant> silent = new HashMap<>();
        nodes.forEach((name, node) -> {
            if (!node.heardAt().plus(lease).isAfter(now)) {
                silent.put(name, node.heardAt());
            }
        });
        silent.forEach(this::end);
    }

    /** Nobody could be heard until now: that says nothing of those who speak. */
    public synchronized void renewAll(Instant now) {
        nodes.values().forEach(node -> node.heard(now));
    }

    /** What is known of a user. */
    public synchronized Life of(String user) {
        Instant inputAt = null;
        for (NodeLife node : nodes.values()) {
            inputAt = later(inputAt, node.users.get(user));
        }
        return inputAt == null ? departed.getOrDefault(user, Life.NONE) : new Life(inputAt, null);
    }

    /** Of whom something was heard since this was asked last. */
    public synchronized Set<String> takeTouched() {
        Set<String> taken = touched;
        touched = new HashSet<>();
        return taken;
    }

    /** Everybody who is connected. */
    public synchronized Set<String> everybody() {
        Set<String> users = new HashSet<>();
        nodes.values().forEach(node -> users.addAll(node.users.keySet()));
        return users;
    }

    /** Gateways that are heard. */
    public synchronized int nodes() {
        return nodes.size();
    }

    private void end(String name, Instant leftAt) {
        NodeLife ended = nodes.remove(name);
        if (ended != null) {
            List.copyOf(ended.users.keySet()).forEach(user -> leave(ended, user, leftAt));
        }
    }

    private void leave(NodeLife node, String user, Instant leftAt) {
        Instant inputAt = node.users.remove(user);
        if (inputAt == null) {
            return;
        }
        touched.add(user);
        if (nodes.values().stream().noneMatch(other -> other.users.containsKey(user))) {
            departed.put(user, new Life(inputAt, leftAt));
        }
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
