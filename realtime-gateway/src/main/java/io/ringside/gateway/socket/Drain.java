package io.ringside.gateway.socket;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the gateway stops: it is not ready any more, and takes sockets until its balancer may know; then clients are
 * told slice by slice to come back, which they do at once, to another node. Until its turn comes a socket is served as
 * ever. So the other nodes are not overrun, and nobody waits for long.
 */
@Singleton
public final class Drain {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final long CHECK_MS = 20;
    /** A peer that does not answer its close is gone before that. */
    private static final long PATIENCE_MS = 4_000;

    private final Sockets sockets;

    Drain(Sockets sockets) {
        this.sockets = sockets;
    }

    /** Returns when everybody is gone, or has had the time to go. */
    public void run() throws InterruptedException {
        sockets.leave();
        if (sockets.size() > 0) {
            Thread.sleep(sockets.settings().drainNotice());
        }
        List<LiveSocket> all = sockets.drain();
        LOG.info("telling {} sockets to go elsewhere", all.size());
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
