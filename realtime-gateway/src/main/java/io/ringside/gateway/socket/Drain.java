package io.ringside.gateway.socket;

import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the gateway stops: clients are told in slices when to come back, what waits for them is flushed, then closed.
 */
@Singleton
final class Drain implements GracefulShutdownCapable {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    /** Slices that the sockets are told in. */
    private static final int SLICES = 10;

    private static final long SLICE_MS = 50;
    private static final long CHECK_MS = 20;
    private static final long PATIENCE_MS = 5_000;

    private final Sockets sockets;

    Drain(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                drain();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                done.complete(null);
            }
        });
        return done;
    }

    @Override
    public OptionalLong reportActiveTasks() {
        return OptionalLong.of(sockets.size());
    }

    private void drain() throws InterruptedException {
        List<LiveSocket> all = sockets.drain();
        LOG.info("telling {} sockets to come back later", all.size());
        int slice = Math.max(1, (all.size() + SLICES - 1) / SLICES);
        for (int i = 0; i < all.size(); i++) {
            all.get(i).close(Farewells.drain(sockets.settings()));
            sockets.meter().drained();
            if (i % slice == slice - 1) {
                TimeUnit.MILLISECONDS.sleep(SLICE_MS);
            }
        }
        for (long waited = 0; sockets.size() > 0 && waited < PATIENCE_MS; waited += CHECK_MS) {
            TimeUnit.MILLISECONDS.sleep(CHECK_MS);
        }
    }
}
