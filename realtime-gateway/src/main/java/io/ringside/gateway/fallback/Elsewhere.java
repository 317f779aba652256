package io.ringside.gateway.fallback;

import io.ringside.gateway.fleet.NodeNotes;
import io.ringside.gateway.fleet.Note;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.protocol.ErrorCode;
import io.ringside.gateway.protocol.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** A session that another gateway holds: what its client asks is passed on. */
record Elsewhere(SessionKey key, NodeNotes notes) implements Held {
    /** Headers of what is passed on: which session, and what is asked of it. */
    static final String SESSION = "Ringside-Session";

    static final String CALL = "Ringside-Call";
    /** Header of the answer: {@code true} if the session was there. */
    static final String FOUND = "Ringside-Found";

    static final String POST = "post";
    static final String POLL = "poll";
    static final String LEAVE = "leave";

    /** How long an answer may take: as long as a poll waits, and the way there and back. */
    private static final Duration PATIENCE = Batches.HOLD.plusSeconds(2);

    private static final long RETRY_AFTER_MS = 1_000;

    @Override
    public CompletableFuture<Optional<byte[]>> post(byte[] lines) {
        // refused here rather than there
        var unused = Lines.of(lines);
        return ask(POST, lines);
    }

    @Override
    public CompletableFuture<Optional<byte[]>> poll(long after) {
        return ask(POLL, Long.toString(after).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public CompletableFuture<Optional<byte[]>> leave() {
        return ask(LEAVE, new byte[0]);
    }

    private CompletableFuture<Optional<byte[]>> ask(String call, byte[] body) {
        Note question = new Note(Map.of(SESSION, key.wire(), CALL, call), body);
        return notes.ask(key.node(), question, PATIENCE)
                .thenApply(answer -> answer.filter(
                                note -> Boolean.parseBoolean(note.headers().get(FOUND)))
                        .map(Note::body))
                .exceptionally(failure -> {
                    throw failure instanceof TimeoutException ? unanswered() : unsent();
                });
    }

    private static Refusal unanswered() {
        return new Refusal(ErrorCode.UNKNOWN_OUTCOME, "The gateway that holds the session does not answer.");
    }

    private static Refusal unsent() {
        return new Refusal(Fault.later(
                ErrorCode.UNAVAILABLE, "The gateway that holds the session cannot be asked now.", RETRY_AFTER_MS));
    }
}
