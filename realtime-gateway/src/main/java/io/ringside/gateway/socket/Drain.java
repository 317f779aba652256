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
 * When the gateway stops: clients are told slice by slice to come back, which they do at once, to another node; until
 * its turn comes a socket is served as ever. So the other nodes are not overrun, and nobody waits for long.
 */
@Singleton
final class Drain implements GracefulShutdownCapable {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final long CHECK_MS = 20;
    /** A peer that does not answer its close is gone before that. */
    private static final long PATIENCE_MS = 4_000;

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
        DrainPlan plan = DrainPlan.of(all.size(), sockets.settings().drainWindow());
        for (int told = 0; told < all.size(); told++) {
            if (plan.pausesBefore(told)) {
                TimeUnit.MILLISECONDS.sleep(DrainPlan.SLICE_MS);
            }
            all.get(told).close(Farewells.drain());
            sockets.meter().drained();
        }
        for (long waited = 0; sockets.size() > 0 && waited < PATIENCE_MS; waited += CHECK_MS) {
            TimeUnit.MILLISECONDS.sleep(CHECK_MS);
        }
    }
}
