package io.ringside.gateway.fallback;

import io.netty.util.concurrent.EventExecutor;
import io.ringside.gateway.frame.FrameListener;
import io.ringside.gateway.protocol.CloseCode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session of this node. From any thread.
 *
 * @param batches what it is told, if its client polls
 */
record Carried(
        EventExecutor executor,
        FrameListener session,
        Posts posts,
        @Nullable Batches batches) implements Held {
    private static final Optional<byte[]> DONE = Optional.of(new byte[0]);

    @Override
    public CompletableFuture<Optional<byte[]>> post(byte[] lines) {
        List<byte[]> messages = Lines.of(lines);
        return run(() -> posts.take(lines.length, messages)).thenApply(taken -> DONE);
    }

    @Override
    public CompletableFuture<Optional<byte[]>> poll(long after) {
        Batches told = batches;
        return told == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : run(() -> told.poll(after)).thenApply(batch -> batch.map(Batch::json));
    }

    @Override
    public CompletableFuture<Optional<byte[]>> leave() {
        return run(() -> {
            session.closing(CloseCode.NORMAL.code());
            return CompletableFuture.completedFuture(DONE);
        });
    }

    private <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> task) {
        return CompletableFuture.supplyAsync(task, executor).thenCompose(done -> done);
    }
}
