package io.ringside.gateway.socket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.identity.Revocations;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.runtime.Ids;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All sockets of this node: how many, whose, and which end with a sign-in. */
@Singleton
final class Sockets {
    private final SocketSettings settings;
    private final InstantSource clock;
    private final Ids ids;
    private final MeterRegistry meters;
    private final Set<LiveSocket> all = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perUser = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> greeting = new ConcurrentHashMap<>();
    private volatile boolean draining;
    private long second;
    private int handshakes;

    Sockets(SocketSettings settings, InstantSource clock, Ids ids, Revocations revocations, MeterRegistry meters) {
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.meters = meters;
        revocations.listen(this::revoked);
        revocations.whenUnknown(this::closeAll);
        Gauge.builder("ringside.gateway.sockets", all, Set::size).register(meters);
        Gauge.builder("ringside.gateway.queue.bytes", this, Sockets::queuedBytes)
                .register(meters);
    }

    SocketSettings settings() {
        return settings;
    }

    InstantSource clock() {
        return clock;
    }

    /** The name of one more socket. */
    String nextId() {
        return ids.next().toString();
    }

    /** Those that are here now. */
    Set<LiveSocket> all() {
        return Collections.unmodifiableSet(all);
    }

    /** Whether one more handshake is taken now. */
    synchronized boolean admitsHandshake(InetAddress address) {
        long now = clock.millis() / 1_000;
        if (now != second) {
            second = now;
            handshakes = 0;
        }
        return !draining
                && greeting.getOrDefault(address, 0) < settings.greetingPerAddress()
                && ++handshakes <= settings.handshakesPerSecond();
    }

    void opened(LiveSocket socket) {
        all.add(socket);
        int unconnected = greeting.merge(socket.address(), 1, Integer::sum);
        if (draining) {
            socket.close(Farewells.drain(settings));
        } else if (unconnected > settings.greetingPerAddress()) {
            // Handshakes at the same time were all admitted before any of their sockets was there.
            socket.close(Farewells.overload());
        }
    }

    /** The socket has said who it is, or is gone without. */
    void greeted(LiveSocket socket) {
        greeting.computeIfPresent(socket.address(), (address, count) -> count == 1 ? null : count - 1);
    }

    /** Whether the user may have one more socket here; if so it is counted. */
    boolean admits(Grant grant) {
        boolean[] admitted = new boolean[1];
        perUser.compute(grant.user(), (user, count) -> {
            int present = count == null ? 0 : count;
            admitted[0] = present < settings.perUser();
            Integer next = admitted[0] ? Integer.valueOf(present + 1) : count;
            return next;
        });
        return admitted[0];
    }

    /** A socket sent more bytes than it may. */
    void flooded() {
        meters.counter("ringside.gateway.rate.limited", "kind", "bytes").increment();
    }

    void closing(CloseCode code) {
        meters.counter("ringside.gateway.closed", "code", Integer.toString(code.code()))
                .increment();
    }

    void gone(LiveSocket socket, @org.jspecify.annotations.Nullable Grant grant) {
        if (all.remove(socket) && grant != null) {
            perUser.computeIfPresent(grant.user(), (user, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Takes no more sockets, and gives those that are here. */
    List<LiveSocket> drain() {
        draining = true;
        return List.copyOf(all);
    }

    int size() {
        return all.size();
    }

    /** A sign-in was revoked: all that came from it ends, here and now. */
    private void revoked(UUID family) {
        for (LiveSocket socket : all) {
            Grant grant = socket.grant();
            if (grant != null && grant.family().equals(family)) {
                socket.close(Farewells.of(CloseCode.SIGNED_OUT));
            }
        }
    }

    /** Whoever was signed out may still be here: they may come back to where that is known. */
    private void closeAll() {
        for (LiveSocket socket : all) {
            if (socket.grant() != null) {
                socket.close(Farewells.overload());
            }
        }
    }

    private double queuedBytes() {
        return all.stream()
                .mapToLong(socket -> socket.outbound().waitingBytes())
                .sum();
    }
}
