package io.ringside.presencetick;

import io.micronaut.context.ApplicationContext;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.presence.PresenceChanged;
import io.ringside.contracts.presence.PresenceChoice;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.SetPresence;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.HandMovedClock;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.SubjectRecorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Presence-tick on real servers, with gateways that a test speaks for and time that it moves. */
final class PresenceFloor implements AutoCloseable {
    static final String START = "2026-11-22T12:00:00Z";

    final OwnServers servers = new OwnServers();
    final SubjectRecorder told = SubjectRecorder.on(servers.connection, Subjects.PRESENCE_CHANGED);
    private final Map<String, String> settings = new HashMap<>();
    private final List<ApplicationContext> running = new ArrayList<>();
    private String now = START;

    /** Time may be moved as far as a test likes: nobody is deaf because of it. */
    PresenceFloor(Map<String, String> special) {
        settings.put("presence.beat", "20ms");
        settings.put("presence.settle", "0s");
        settings.put("presence.deaf-max", "1h");
        settings.put("presence.lease", "1h");
        settings.putAll(special);
        start();
    }

    /** One more instance. */
    ApplicationContext start() {
        Map<String, String> properties = new HashMap<>(servers.properties("presence-tick"));
        properties.putAll(settings);
        properties.put(MovableTime.START, now);
        ApplicationContext started = FunctionApplication.run("presence-tick", PresenceTick.class, properties);
        running.add(started);
        return started;
    }

    /** Stops an instance. */
    void stop(ApplicationContext instance) {
        instance.close();
        running.remove(instance);
    }

    /** Stops all of them and starts one. */
    void restart() {
        List.copyOf(running).forEach(this::stop);
        start();
    }

    GatewayNode gateway(String name) {
        return new GatewayNode(servers.connection, name);
    }

    /** Each instance knows that its server is away: until then it would take silence for absence. */
    void awaitAway() {
        Eventually.holds("the loss is noticed", () -> running.stream()
                .noneMatch(each -> each.getBean(Connection.class).getStatus() == Connection.Status.CONNECTED));
    }

    void advance(Duration step) {
        running.forEach(
                each -> now = each.getBean(HandMovedClock.class).advance(step).toString());
    }

    /** Sends a command as the gateway does. */
    void choose(String user, String id, PresenceChoice status, @Nullable String message) {
        send(user, user, new SetPresence(id, user, status, message));
    }

    /** Sends a command that was received from this sender for this user. */
    void send(String sender, String user, SetPresence command) {
        String messageId = "@" + user + '/' + command.clientCommandId() + '/' + command.hashCode();
        servers.send(Subjects.presenceCommand("set", user), messageId, sender, command);
    }

    /** Waits until the user is seen like this: status and message. */
    void awaitSeen(String user, String seen) {
        Eventually.holds(user + " is seen as " + seen, () -> seen(user).equals(seen));
    }

    /** How the user is seen: status, and the message if there is one. */
    String seen(String user) {
        List<String> rows = servers.database.rows(
                "select concat_ws(' ', status, message) from presence.person where trader = '" + user + "'");
        return rows.isEmpty() ? "never" : rows.getFirst();
    }

    /** Messages that tell of somebody: an instance that takes partitions over tells that it is there. */
    Stream<PresenceChanged> told() {
        return told.heard().stream().map(PresenceFloor::decoded).filter(changed -> !changed.people()
                .isEmpty());
    }

    /** Every change that was told of a user so far, in the order of telling. */
    List<PresenceState> toldOf(String user) {
        return told().flatMap(changed -> changed.people().stream())
                .filter(state -> state.user().equals(user))
                .toList();
    }

    private static PresenceChanged decoded(Message message) {
        try {
            return Wire.decode(message.getData(), PresenceChanged.class, PresenceChanged.BODY_BYTES_MAX);
        } catch (Wire.UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        List.copyOf(running).forEach(this::stop);
        told.close();
        servers.close();
    }
}
