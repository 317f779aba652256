package io.ringside.gateway.command;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.JetStreamStatusException;
import io.nats.client.Message;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Headers;
import io.ringside.contracts.TraceParent;
import io.ringside.gateway.nats.NatsSettings;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.protocol.Received;
import io.ringside.runtime.Ids;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Publishes commands into stream COMMANDS, many at a time. */
@Singleton
class CommandPublisher {
    /** Commands of this node that wait for an acknowledgement. */
    private static final int IN_FLIGHT_MAX = 4_096;
    /** Bytes of the body's hash in the message id. */
    private static final int HASH_BYTES = 16;

    private static final long RETRY_AFTER_MS = 1_000;

    private final Connection connection;
    private final JetStream jetStream;
    private final InstantSource clock;
    private final Ids ids;
    private final Duration patience;
    private final AtomicInteger inFlight = new AtomicInteger();

    CommandPublisher(Connection connection, NatsSettings settings, InstantSource clock, Ids ids) throws IOException {
        this.connection = connection;
        this.clock = clock;
        this.ids = ids;
        patience = settings.patience();
        jetStream = connection.jetStream(
                JetStreamOptions.builder().requestTimeout(patience).build());
    }

    CompletableFuture<CommandOutcome> publish(Command command, @Nullable String trace) {
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            return CompletableFuture.completedFuture(notSent("The floor is not reachable."));
        }
        if (inFlight.incrementAndGet() > IN_FLIGHT_MAX) {
            inFlight.decrementAndGet();
            return CompletableFuture.completedFuture(notSent("Too many commands are under way."));
        }
        try {
            return jetStream
                    .publishAsync(message(command, step(trace)))
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .handle((acknowledged, failure) -> {
                        inFlight.decrementAndGet();
                        return failure == null ? received(command, acknowledged) : failed(failure);
                    });
        } catch (IllegalStateException e) {
            inFlight.decrementAndGet();
            // The connection went away this moment, and it buffers nothing: the command was not sent.
            return CompletableFuture.completedFuture(notSent("The floor is not reachable."));
        }
    }

    /** Commands that wait for an acknowledgement. */
    int inFlight() {
        return inFlight.get();
    }

    /**
     * The id of a message is that of the command and of what it says: the server's own deduplication must not hide that
     * one id was used twice. What it says is type and body; a pass and a cancel have the same body.
     */
    static String messageId(Command command) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(command.type().getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(command.body());
            return command.account()
                    + '/'
                    + command.commandId()
                    + '/'
                    + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The sender's trace, one step on; or the first step of a trace. */
    private TraceParent step(@Nullable String given) {
        UUID id = ids.next();
        long span = id.getLeastSignificantBits();
        return TraceParent.parse(given)
                .map(trace -> trace.next(span))
                .orElseGet(() -> TraceParent.begin(id.getMostSignificantBits(), span, span));
    }

    private static Message message(Command command, TraceParent trace) {
        io.nats.client.impl.Headers headers = new io.nats.client.impl.Headers();
        headers.put(Headers.MESSAGE_ID, messageId(command));
        headers.put(Headers.TYPE, command.type());
        headers.put(Headers.USER, command.user());
        headers.put(Headers.TRACE_PARENT, trace.text());
        return NatsMessage.builder()
                .subject(command.subject())
                .headers(headers)
                .data(command.body())
                .build();
    }

    private CommandOutcome received(Command command, PublishAck acknowledged) {
        return new CommandOutcome.Accepted(new Received(
                command.commandId(),
                command.rfqId(),
                acknowledged.getStream(),
                acknowledged.getSeqno(),
                clock.instant()));
    }

    /** A server that answers no, or nobody who listens, has not stored it; everything else may have happened. */
    private static CommandOutcome failed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JetStreamApiException || cause instanceof JetStreamStatusException) {
                return notSent("The floor does not take commands now.");
            }
        }
        return new CommandOutcome.Refused(Fault.later(
                ErrorCode.UNKNOWN_OUTCOME,
                "It is not known whether the command was received: ask again with the same id.",
                RETRY_AFTER_MS));
    }

    private static CommandOutcome notSent(String why) {
        return new CommandOutcome.Refused(Fault.later(ErrorCode.UNAVAILABLE, why, RETRY_AFTER_MS));
    }
}
