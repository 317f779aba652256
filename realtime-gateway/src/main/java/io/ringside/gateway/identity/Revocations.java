package io.ringside.gateway.identity;

import io.micronaut.scheduling.annotation.Scheduled;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.Message;
import io.ringside.contracts.Wire;
import io.ringside.gateway.nats.NatsSigns;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sign-ins that no longer hold. PostgreSQL is their book. NATS tells every node at once, and each node reads the
 * book every second besides: neither a message that was lost nor a server that is silent keeps anybody in. A node that
 * may have missed one, because NATS was away, and cannot read the book lets nobody in, and nobody stay.
 */
@Singleton
public final class Revocations {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final String SUBJECT = "session.revoked.";
    private static final Duration LOOK_BACK_MARGIN = Duration.ofMinutes(1);
    /** How long a node goes on that may have missed a revocation. */
    private static final Duration UNKNOWN_MAX = Duration.ofSeconds(2);

    private final IdentityStore store;
    private final IdentitySettings settings;
    private final InstantSource clock;
    private final Connection connection;
    private final JetStream jetStream;
    private final Map<UUID, Instant> revoked = new ConcurrentHashMap<>();
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> whenUnknown = new CopyOnWriteArrayList<>();
    private volatile boolean known;

    // Guarded by this.
    private boolean mayHaveMissed = true;
    private long lastReadNanos = System.nanoTime();

    Revocations(
            IdentityStore store, IdentitySettings settings, InstantSource clock, Connection connection, NatsSigns signs)
            throws IOException {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        this.connection = connection;
        jetStream = connection.jetStream();
        connection.createDispatcher().subscribe(SUBJECT + '*', this::heard);
        signs.whenThere(this::readAfterAbsence);
    }

    /** Tells this of every family that is revoked from now on. */
    public void listen(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    /** Tells this when it is no longer known what was revoked. */
    public void whenUnknown(Runnable listener) {
        whenUnknown.add(listener);
    }

    /** Whether this node knows what was revoked. */
    public boolean known() {
        return known;
    }

    /** Whether this family still holds; not if we do not know. */
    public boolean holds(UUID family) {
        return known && !revoked.containsKey(family);
    }

    /** Revokes a family everywhere; false when it was revoked before. */
    public boolean revoke(String user, UUID family) {
        Instant now = clock.instant();
        if (!store.revoke(family, now)) {
            return false;
        }
        act(family, now);
        try {
            var unused = jetStream
                    .publishAsync(SUBJECT + user, Wire.encode(new Revoked(user, family.toString(), now)))
                    .exceptionally(e -> {
                        LOG.warn("revocation of a session of {} was not published; other nodes read it", user);
                        return null;
                    });
        } catch (IllegalStateException e) {
            LOG.warn("revocation of a session of {} was not published: {}; other nodes read it", user, e.getMessage());
        }
        return true;
    }

    private void heard(Message message) {
        try {
            Revoked heard = Wire.decode(message.getData(), Revoked.class);
            act(UUID.fromString(heard.family()), heard.at());
        } catch (Wire.UndecodableException | IllegalArgumentException e) {
            LOG.warn("a revocation cannot be read; the book is read soon");
        }
    }

    /** What was published while the connection was away was published to others. */
    private synchronized void readAfterAbsence() {
        mayHaveMissed = true;
        read();
    }

    /** Reads the book, as every second. */
    @Scheduled(fixedDelay = "1s")
    synchronized void read() {
        boolean away = connection.getStatus() != Connection.Status.CONNECTED;
        mayHaveMissed |= away;
        Instant since = clock.instant().minus(settings.access()).minus(LOOK_BACK_MARGIN);
        long begun = System.nanoTime();
        try {
            for (Revoked each : store.revokedSince(since)) {
                act(UUID.fromString(each.family()), each.at());
            }
            revoked.values().removeIf(at -> at.isBefore(since));
            lastReadNanos = begun;
            mayHaveMissed = away;
            learn();
        } catch (RuntimeException e) {
            doubt(e);
        }
    }

    private void learn() {
        if (!known) {
            known = true;
            LOG.info("it is known which sign-ins were revoked");
        }
    }

    private void doubt(RuntimeException cause) {
        boolean tooLong = System.nanoTime() - lastReadNanos > UNKNOWN_MAX.toNanos();
        if (known && mayHaveMissed && tooLong) {
            known = false;
            LOG.warn("it is not known which sign-ins were revoked: {}", cause.toString());
            whenUnknown.forEach(Runnable::run);
        }
    }

    private void act(UUID family, Instant at) {
        if (revoked.put(family, at) == null) {
            listeners.forEach(listener -> listener.accept(family));
        }
    }
}
