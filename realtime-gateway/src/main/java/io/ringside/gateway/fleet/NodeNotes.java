package io.ringside.gateway.fleet;

import io.nats.client.Connection;
import io.nats.client.JetStreamStatusException;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one gateway, of a session that it alone holds, and waits without a thread. */
@Singleton
public final class NodeNotes {
    private static final Logger LOG = LoggerFactory.getLogger(NodeNotes.class);
    private static final String SUBJECT = "rpc.gateway.live.";

    private final Connection connection;
    private final NodeRoster roster;

    NodeNotes(Connection connection, NodeRoster roster) {
        this.connection = connection;
        this.roster = roster;
    }

    /** Answers a note; what fails is not answered. */
    @FunctionalInterface
    public interface Answerer {
        CompletableFuture<Note> answer(Note note);
    }

    /**
     * What the gateway of this life answers.
     *
     * @return empty if it is not there; fails with a {@code TimeoutException} if it may have heard and did not answer,
     *     and with an {@code IllegalStateException} if nothing was sent
     */
    public CompletableFuture<Optional<Note>> ask(String life, Note note, Duration patience) {
        try {
            return connection
                    .requestWithTimeout(message(SUBJECT + life, note), patience.multipliedBy(2))
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(answer -> Optional.of(note(answer)))
                    .exceptionallyCompose(NodeNotes::unheard);
        } catch (IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletableFuture<Optional<Note>> unheard(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof JetStreamStatusException
                ? CompletableFuture.completedFuture(Optional.empty())
                : CompletableFuture.failedFuture(cause == null ? failure : cause);
    }

    /** Answers what others ask this gateway. */
    public void answer(Answerer answerer) {
        connection.createDispatcher().subscribe(SUBJECT + roster.self().life(), question -> {
            if (question.getReplyTo() == null || NodeRoster.sender(question).isEmpty()) {
                return;
            }
            var unused = answerer.answer(note(question))
                    .thenAccept(answer -> connection.publish(message(question.getReplyTo(), answer)))
                    .exceptionally(e -> {
                        LOG.warn("another gateway is not answered: {}", e.toString());
                        return null;
                    });
        });
    }

    private NatsMessage message(String subject, Note note) {
        Headers headers = roster.signature();
        note.headers().forEach(headers::put);
        return NatsMessage.builder()
                .subject(subject)
                .headers(headers)
                .data(note.body())
                .build();
    }

    private static Note note(Message message) {
        Map<String, String> values = new HashMap<>();
        Headers headers = message.getHeaders();
        if (headers != null) {
            headers.keySet().forEach(name -> values.put(name, headers.getFirst(name)));
        }
        return new Note(values, message.getData());
    }
}
