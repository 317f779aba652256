package io.ringside.gateway.fallback;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A session that HTTP carries, wherever it is. Each answer is empty if it is not there, or no longer. */
interface Held {
    /** Takes messages of the client, a line each; answered when they are taken and paid for. */
    CompletableFuture<Optional<byte[]>> post(byte[] lines);

    /** What comes after the batch of this number, as JSON; empty also if the session is not polled. */
    CompletableFuture<Optional<byte[]>> poll(long after);

    /** The client closes. */
    CompletableFuture<Optional<byte[]>> leave();
}
