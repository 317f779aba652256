package io.ringside.gateway.steering;

import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.ringside.gateway.frame.TransportName;
import io.ringside.gateway.nats.NatsSigns;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators want clients to use now. A change is heard as it is published; the bucket is read when the connection
 * is there, and now and then, for what was published while nobody heard.
 */
@Context
public final class Steering {
    private static final Logger LOG = LoggerFactory.getLogger(Steering.class);

    private final SteeringBucket bucket;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Steer steer;

    Steering(Connection connection, NatsSigns signs) {
        bucket = new SteeringBucket(connection);
        connection
                .createDispatcher()
                .subscribe(SteeringBucket.SUBJECT, change -> Thread.startVirtualThread(this::read));
        signs.whenThere(this::read);
    }

    /** What this user's clients are to use; empty if they choose by themselves. */
    public Optional<TransportName> of(String user) {
        Steer present = steer;
        return present == null ? Optional.empty() : present.of(user);
    }

    /** Runs this after each change. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    @Scheduled(fixedDelay = "10s")
    synchronized void read() {
        try {
            Steer wanted = bucket.read().orElse(null);
            if (!Objects.equals(wanted, steer)) {
                steer = wanted;
                LOG.info("operators want clients to use {}", wanted == null ? "what they choose" : wanted);
                listeners.forEach(Runnable::run);
            }
        } catch (IOException | JetStreamApiException | IllegalStateException e) {
            // What is known holds until the bucket can be read again.
            LOG.debug("bucket steering cannot be read", e);
        }
    }
}
