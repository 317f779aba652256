package io.ringside.gateway.nats;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells when the connection to NATS is there, at first and again: core subscriptions miss what was published while it
 * was away, so whoever follows one has to look for what it missed.
 */
@Singleton
public final class NatsSigns implements ConnectionListener {
    private final List<Runnable> whenThere = new CopyOnWriteArrayList<>();

    NatsSigns(Connection connection) {
        connection.addConnectionListener(this);
    }

    /** Runs this on a thread of its own each time that the connection is there, subscriptions included. */
    public void whenThere(Runnable task) {
        whenThere.add(task);
    }

    /** The old way, which the library no longer calls. */
    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public void connectionEvent(Connection connection, Events event) {
        connectionEvent(connection, event, 0L, "");
    }

    @Override
    public void connectionEvent(Connection connection, Events event, Long time, String details) {
        if (event == Events.RESUBSCRIBED || event == Events.CONNECTED) {
            for (Runnable task : whenThere) {
                Thread.startVirtualThread(task);
            }
        }
    }
}
