package io.ringside.gateway.nats;

import io.nats.client.Connection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Waits until the server has taken what was sent to it. One round trip at a time serves everybody who came before it
 * began: the client library takes more than two unanswered ones for a dead connection and drops it.
 */
@Singleton
public final class RoundTrips {
    private final Connection connection;
    private final Duration patience;
    private final SharedQuestion<Boolean> question = new SharedQuestion<>(this::make);

    RoundTrips(Connection connection, NatsSettings settings) {
        this.connection = connection;
        patience = settings.patience();
    }

    /** Returns when the server has everything that this process sent before. Blocks. */
    public void await() throws IOException, InterruptedException {
        var unused = question.ask();
    }

    private Boolean make() throws IOException, InterruptedException {
        try {
            connection.flush(patience);
            return true;
        } catch (IllegalStateException | TimeoutException e) {
            throw new IOException("not connected", e);
        }
    }
}
