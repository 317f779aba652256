package io.ringside.gateway.identity;

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
 * The sign-ins that no longer hold. PostgreSQL is their book; NATS tells every node at once, and each node reads the
 * book when its connection returns. Until a node has read it, it lets nobody in.
 */
@Singleton
public final class Revocations {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final String SUBJECT = "session.revoked.";
    private static final Duration LOOK_BACK_MARGIN = Duration.ofMinutes(1);

    private final IdentityStore store;
    private final IdentitySettings settings;
    private final InstantSource clock;
    private final JetStream jetStream;
    private final Map<UUID, Instant> revoked = new ConcurrentHashMap<>();
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean known;

    Revocations(
            IdentityStore store, IdentitySettings settings, InstantSource clock, Connection connection, NatsSigns signs)
            throws IOException {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
        jetStream = connection.jetStream();
        connection.createDispatcher().subscribe(SUBJECT + '*', this::heard);
        signs.whenThere(this::readBook);
        Thread.startVirtualThread(this::readBook);
    }

    /** Tells this of every family that is revoked from now on. */
    public void listen(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    /** Whether this node knows what was revoked. */
    public boolean known() {
        return known;
    }

    /** Whether this family still holds; not if we do not know. */
    public boolean holds(UUID family) {
        return known && !revoked.containsKey(family);
    }

    /** Revokes a family everywhere. */
    void revoke(String user, UUID family) {
        Instant now = clock.instant();
        if (!store.revoke(family, now)) {
            return;
        }
        act(family, now);
        var unused = jetStream
                .publishAsync(SUBJECT + user, Wire.encode(new Revoked(user, family.toString(), now)))
                .exceptionally(e -> {
                    LOG.warn("revocation of a session of {} was not published; other nodes read it later", user);
                    return null;
                });
    }

    private void heard(Message message) {
        try {
            Revoked heard = Wire.decode(message.getData(), Revoked.class);
            act(UUID.fromString(heard.family()), heard.at());
        } catch (Wire.UndecodableException | IllegalArgumentException e) {
            LOG.warn("a revocation cannot be read; the book is read instead");
            Thread.startVirtualThread(this::readBook);
        }
    }

    private void readBook() {
        Instant since = clock.instant().minus(settings.access()).minus(LOOK_BACK_MARGIN);
        try {
            for (Revoked each : store.revokedSince(since)) {
                act(UUID.fromString(each.family()), each.at());
            }
            revoked.values().removeIf(at -> at.isBefore(since));
            known = true;
        } catch (RuntimeException e) {
            LOG.warn("revocations cannot be read: {}", e.toString());
        }
    }

    /** Reads the book again until it was read once; called by the readiness check. */
    public void retry() {
        if (!known) {
            readBook();
        }
    }

    private void act(UUID family, Instant at) {
        if (revoked.put(family, at) == null) {
            listeners.forEach(listener -> listener.accept(family));
        }
    }
}
