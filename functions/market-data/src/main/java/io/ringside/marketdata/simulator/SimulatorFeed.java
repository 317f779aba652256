package io.ringside.marketdata.simulator;

import io.ringside.marketdata.feed.Feed;
import io.ringside.marketdata.feed.FeedListener;
import io.ringside.marketdata.feed.FeedMetrics;
import io.ringside.marketdata.feed.FeedStatus;
import io.ringside.marketdata.instrument.TradedInstrument;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feed of a floor without data files and without an exchange. */
public final class SimulatorFeed implements Feed {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorFeed.class);
    private static final String PROFILES = "/simulator.json";
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(2);

    private final FeedListener listener;
    private final FeedMetrics metrics;
    private final InstantSource clock;
    private final SimulatedMarket market;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("simulator-", 0).factory());
    private volatile long tickedAtNanos = System.nanoTime();

    public SimulatorFeed(long seed, FeedListener listener, FeedMetrics metrics, InstantSource clock) {
        this.listener = listener;
        this.metrics = metrics;
        this.clock = clock;
        this.market = new SimulatedMarket(seed, WalkProfiles.read(PROFILES));
    }

    @Override
    public void start() {
        ticker.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void follow(Collection<TradedInstrument> instruments) {
        ticker.execute(() -> market.follow(instruments));
    }

    @Override
    public FeedStatus status() {
        Duration silence = Duration.ofNanos(System.nanoTime() - tickedAtNanos);
        return new FeedStatus(!ticker.isShutdown(), "simulated prices", silence);
    }

    @Override
    public void close() {
        ticker.shutdown();
        try {
            ticker.awaitTermination(STOP_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        listener.allStale("the simulator is stopped");
    }

    private void tick() {
        try {
            market.tick(clock.instant(), (symbol, top) -> {
                long beginNanos = System.nanoTime();
                metrics.message();
                listener.topOfBook(symbol, top);
                metrics.frameHandled(System.nanoTime() - beginNanos);
            });
            tickedAtNanos = System.nanoTime();
        } catch (RuntimeException e) {
            // A thrown exception would end the schedule; the silence of this feed shows the failure instead.
            LOG.error("a tick of the simulator failed", e);
        }
    }
}
