package io.ringside.marketdata.operation;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.nats.client.Connection;
import io.ringside.marketdata.feed.Feed;
import io.ringside.marketdata.instrument.InstrumentDirectory;
import io.ringside.marketdata.instrument.TradedInstrument;
import io.ringside.marketdata.quote.QuoteBoard;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From start to stop: waits for what it needs, runs the feed, keeps the board fresh, leaves stale quotes behind. */
@Singleton
final class MarketDataRun implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(MarketDataRun.class);
    private static final Duration FLUSH_INTERVAL = Duration.ofMillis(10);
    private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);
    private static final Duration INSTRUMENTS_INTERVAL = Duration.ofMinutes(1);
    private static final Duration STREAM_INTERVAL = Duration.ofSeconds(5);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);
    private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(2);

    private final Connection connection;
    private final QuotesStream stream;
    private final InstrumentDirectory directory;
    private final QuoteBoard board;
    private final Feed feed;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ScheduledExecutorService rhythm = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("rhythm-", 0).factory());
    private volatile boolean running;

    MarketDataRun(
            Connection connection, QuotesStream stream, InstrumentDirectory directory, QuoteBoard board, Feed feed) {
        this.connection = connection;
        this.stream = stream;
        this.directory = directory;
        this.board = board;
        this.feed = feed;
    }

    /** Whether the feed was started. */
    boolean isRunning() {
        return running;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        waitFor("NATS", this::streamIsThere);
        waitFor("the instruments", this::readInstruments);
        if (stopping.getCount() > 0) {
            feed.start();
            every(FLUSH_INTERVAL, "flush", board::flush);
            every(REFRESH_INTERVAL, "refresh", board::refresh);
            every(INSTRUMENTS_INTERVAL, "instruments", this::readInstruments);
            every(STREAM_INTERVAL, "look at the stream", stream::look);
            running = true;
        }
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
        rhythm.shutdownNow();
        feed.close();
        try {
            connection.flush(STOP_WAIT_MAX);
        } catch (TimeoutException | IllegalStateException e) {
            LOG.warn("stopped without NATS: the last quotes may not have left");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean streamIsThere() {
        return switch (stream.look()) {
            case PRESENT -> true;
            case UNKNOWN -> false;
            case MISSING -> throw new IllegalStateException("stream QUOTES is missing: provision it first");
        };
    }

    private boolean readInstruments() {
        try {
            List<TradedInstrument> instruments = directory.instruments();
            board.list(instruments);
            feed.follow(instruments);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("the instruments cannot be read now: {}", e.getMessage());
            return false;
        }
    }

    private void waitFor(String what, BooleanSupplier present) {
        boolean said = false;
        try {
            while (stopping.getCount() > 0 && !present.getAsBoolean()) {
                if (!said) {
                    LOG.info("waiting for {}", what);
                    said = true;
                }
                stopping.await(RETRY_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void every(Duration interval, String what, Runnable action) {
        Runnable guarded = () -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                // A thrown exception would end the schedule for ever.
                LOG.error("{} failed", what, e);
            }
        };
        rhythm.scheduleWithFixedDelay(guarded, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }
}
