package io.ringside.runtime.nats;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamSubscription;
import io.nats.client.support.Status;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Counts the signs that a consumer may have stalled: a lost or regained connection, a missed heartbeat, a pull error.
 * Whoever reads compares the count and opens its consumer anew.
 */
@Singleton
public final class Disturbances implements ConnectionListener, ErrorListener {
    private static final Logger LOG = LoggerFactory.getLogger(Disturbances.class);

    private final AtomicLong count = new AtomicLong();
    private final AtomicBoolean away = new AtomicBoolean();

    /** Signs so far. */
    public long count() {
        return count.get();
    }

    @Override
    @Deprecated
    public void connectionEvent(Connection connection, Events type) {
        if (type == Events.DISCONNECTED || type == Events.RECONNECTED) {
            count.incrementAndGet();
            boolean nowAway = type == Events.DISCONNECTED;
            // While the server is away each attempt reports a disconnection; a person wants to read it once.
            if (away.getAndSet(nowAway) != nowAway) {
                LOG.info("NATS: {}", type.getEvent());
            }
        }
    }

    @Override
    public void errorOccurred(Connection connection, String error) {
        LOG.warn("NATS says: {}", error);
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception exception) {
        // While the server is away every attempt fails; anything else is worth reading.
        LOG.atLevel(exception instanceof IOException ? Level.DEBUG : Level.WARN)
                .log("NATS connection: {}", exception.toString());
    }

    @Override
    public void slowConsumerDetected(Connection connection, Consumer consumer) {
        LOG.warn("NATS: a subscription is too slow, {} messages were dropped", consumer.getDroppedCount());
    }

    @Override
    public void heartbeatAlarm(
            Connection connection, JetStreamSubscription subscription, long streamSequence, long consumerSequence) {
        LOG.info("NATS: a heartbeat is missing after sequence {}", streamSequence);
        count.incrementAndGet();
    }

    @Override
    public void pullStatusError(Connection connection, JetStreamSubscription subscription, Status status) {
        LOG.info("NATS: pull ended: {}", status.getMessageWithCode());
        count.incrementAndGet();
    }
}
