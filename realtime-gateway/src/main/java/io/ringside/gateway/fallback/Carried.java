package io.ringside.gateway.fallback;

import io.netty.util.concurrent.EventExecutor;
import io.ringside.gateway.frame.FrameListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session of this node that HTTP carries. From any thread.
 *
 * @param batches what it is told, if its client polls
 */
record Carried(
        EventExecutor executor,
        FrameListener session,
        Posts posts,
        @Nullable Batches batches) {
    /** Takes messages of the client. */
    CompletableFuture<Void> post(int bytes, List<byte[]> messages) {
        return run(() -> posts.take(bytes, messages));
    }

    /** What comes after the batch of this number; empty if the session is over, or not polled. */
    CompletableFuture<Optional<Batch>> poll(long after) {
        Batches told = batches;
        return told == null ? CompletableFuture.completedFuture(Optional.empty()) : run(() -> told.poll(after));
    }

    /** The client closes. */
    CompletableFuture<Void> leave(int closeCode) {
        return run(() -> {
            session.closing(closeCode);
            return CompletableFuture.completedFuture(null);
        });
    }

    private <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> task) {
        return CompletableFuture.supplyAsync(task, executor).thenCompose(done -> done);
    }
}
