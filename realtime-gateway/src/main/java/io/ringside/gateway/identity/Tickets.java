package io.ringside.gateway.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.PublishOptions;
import io.ringside.gateway.nats.NatsSettings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes tickets. A ticket's id is created as a key in bucket {@code tickets}; of two uses, on whatever nodes, one
 * creates it and the other finds it there. Written as the publication that a key-value create is, because that one
 * can be waited for without a thread.
 */
@Singleton
public final class Tickets {
    private static final Logger LOG = LoggerFactory.getLogger(Tickets.class);
    private static final String REFUSED = "ringside.gateway.tickets.refused";
    private static final String KEY = "$KV.tickets.";
    private static final String STREAM = "KV_tickets";
    private static final int WRONG_LAST_SEQUENCE = 10_071;

    private final Tokens tokens;
    private final Revocations revocations;
    private final Connection connection;
    private final Duration patience;
    private final JetStream jetStream;
    private final MeterRegistry meters;

    Tickets(Tokens tokens, Revocations revocations, Connection connection, NatsSettings settings, MeterRegistry meters)
            throws IOException {
        this.meters = meters;
        for (Fault fault : Fault.values()) {
            meters.counter(REFUSED, "reason", fault.name().toLowerCase(Locale.ROOT));
        }
        this.tokens = tokens;
        this.revocations = revocations;
        this.connection = connection;
        patience = settings.patience();
        jetStream = connection.jetStream(
                JetStreamOptions.builder().requestTimeout(patience).build());
    }

    /** Whether uses can be recorded: the bucket lives in memory, so it goes with a single server that restarts. */
    public boolean recordable() {
        try {
            if (connection.getStatus() != Connection.Status.CONNECTED) {
                return false;
            }
            connection.jetStreamManagement().getStreamInfo(STREAM);
            return true;
        } catch (JetStreamApiException e) {
            LOG.error("nobody can connect: bucket tickets: {}; provision it again", e.getMessage());
            return false;
        } catch (IOException | IllegalStateException e) {
            // not connected, or no longer while it was asked
            return false;
        }
    }

    /** What is wrong with a ticket. Its holder is told of none of this. */
    public enum Fault {
        /** We never made it. */
        FORGED,
        /** Its time has passed. */
        EXPIRED,
        /** Its sign-in has ended. */
        REVOKED,
        /** It was used before. */
        USED
    }

    /** What became of a ticket. */
    public sealed interface Outcome {
        /** It is good and was not used before. */
        record Taken(Grant grant) implements Outcome {}

        /**
         * It is not good.
         *
         * @param user whose it is, if it is ours
         */
        record Refused(Fault fault, @Nullable String user) implements Outcome {}

        /** It cannot be said now. */
        record Unavailable() implements Outcome {}
    }

    /** Takes a ticket; never fails. */
    public CompletableFuture<Outcome> take(String text) {
        Tokens.Ticket ticket = tokens.verifyTicket(text).orElse(null);
        if (ticket == null) {
            return refused(tokens.wasTicket(text) ? Fault.EXPIRED : Fault.FORGED, null);
        }
        String owner = ticket.grant().user();
        if (!revocations.known()) {
            return CompletableFuture.completedFuture(new Outcome.Unavailable());
        }
        if (!revocations.holds(ticket.grant().family())) {
            return refused(Fault.REVOKED, owner);
        }
        PublishOptions first =
                PublishOptions.builder().expectedLastSubjectSequence(0).build();
        byte[] user = owner.getBytes(StandardCharsets.UTF_8);
        try {
            return jetStream
                    .publishAsync(KEY + ticket.id(), user, first)
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .<Outcome>thenApply(acknowledged -> new Outcome.Taken(ticket.grant()))
                    .exceptionally(failure -> failed(failure, owner));
        } catch (IllegalStateException e) {
            // Not connected, and nothing is buffered.
            return CompletableFuture.completedFuture(new Outcome.Unavailable());
        }
    }

    private CompletableFuture<Outcome> refused(Fault fault, @Nullable String user) {
        return CompletableFuture.completedFuture(count(new Outcome.Refused(fault, user)));
    }

    private Outcome.Refused count(Outcome.Refused refused) {
        meters.counter(REFUSED, "reason", refused.fault().name().toLowerCase(Locale.ROOT))
                .increment();
        return refused;
    }

    private Outcome failed(Throwable failure, String owner) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JetStreamApiException refused && refused.getApiErrorCode() == WRONG_LAST_SEQUENCE) {
                return count(new Outcome.Refused(Fault.USED, owner));
            }
        }
        return new Outcome.Unavailable();
    }
}
