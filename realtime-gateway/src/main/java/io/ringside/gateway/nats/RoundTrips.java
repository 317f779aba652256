package io.ringside.gateway.nats;

import io.nats.client.Connection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits until the server has taken what was sent to it. One round trip at a time serves everybody who came before it
 * began: the client library takes more than two unanswered ones for a dead connection and drops it. Its failure is the
 * failure of all of them too, so that nobody waits longer than for the one under way and the next.
 */
@Singleton
public final class RoundTrips {
    private final Connection connection;
    private final Duration patience;
    // Fair: those whom a trip has answered leave before anybody begins the next one.
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicLong begun = new AtomicLong();
    private long done;
    private long failed;

    RoundTrips(Connection connection, NatsSettings settings) {
        this.connection = connection;
        patience = settings.patience();
    }

    /** Returns when the server has everything that this process sent before. Blocks. */
    public void await() throws IOException, InterruptedException {
        long first = begun.get() + 1;
        turn.lockInterruptibly();
        try {
            if (done >= first) {
                return;
            }
            if (failed >= first) {
                throw new IOException("not connected: no answer to others either");
            }
            make(begun.incrementAndGet());
        } finally {
            turn.unlock();
        }
    }

    private void make(long number) throws IOException, InterruptedException {
        try {
            connection.flush(patience);
            done = number;
        } catch (IllegalStateException | TimeoutException e) {
            failed = number;
            throw new IOException("not connected", e);
        }
    }
}
