package io.ringside.presencetick;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.presence.PresenceTick;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A gateway as far as presence is concerned: it tells ticks, and all that it knows when it is asked. */
final class GatewayNode implements AutoCloseable {
    private final Connection connection;
    private final String name;
    private final Dispatcher dispatcher;
    private final Map<String, Long> users = new LinkedHashMap<>();
    private long sequence;
    private int asked;

    GatewayNode(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
        dispatcher = connection.createDispatcher(question -> answer());
        dispatcher.subscribe(Subjects.PRESENCE_ASKED);
        whole();
    }

    /** Connects these users or says that they touched something just now. */
    synchronized void here(String... names) {
        List<PresenceTick.Here> here = new ArrayList<>();
        for (String user : names) {
            users.put(user, 0L);
            here.add(new PresenceTick.Here(user, 0));
        }
        tick(false, here, List.of());
    }

    synchronized void gone(String user) {
        users.remove(user);
        tick(false, List.of(), List.of(user));
    }

    synchronized void renew() {
        tick(false, List.of(), List.of());
    }

    /** A tick that never arrives. */
    synchronized void lose() {
        sequence++;
    }

    /** How often it was asked for the whole. */
    synchronized int asked() {
        return asked;
    }

    private synchronized void answer() {
        asked++;
        whole();
    }

    private synchronized void whole() {
        tick(
                true,
                users.entrySet().stream()
                        .map(user -> new PresenceTick.Here(user.getKey(), user.getValue()))
                        .toList(),
                List.of());
    }

    private void tick(boolean whole, List<PresenceTick.Here> here, List<String> gone) {
        connection.publish(
                Subjects.presenceTick(name), Wire.encode(new PresenceTick(name, ++sequence, whole, here, gone)));
    }

    /** Dies without a word. */
    @Override
    public void close() {
        if (dispatcher.isActive()) {
            connection.closeDispatcher(dispatcher);
        }
    }
}
