package io.ringside.marketdata.kraken;

import io.ringside.marketdata.feed.Feed;
import io.ringside.marketdata.feed.FeedListener;
import io.ringside.marketdata.feed.FeedMetrics;
import io.ringside.marketdata.feed.FeedStatus;
import io.ringside.marketdata.instrument.TradedInstrument;
import io.ringside.runtime.failure.Backoff;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The client of one address that speaks Kraken's feed: the exchange itself or a replay server. */
public final class KrakenFeed implements Feed {
    /** The feed sends a heartbeat each second; after this silence nothing that it said is current. */
    public static final Duration SILENCE_MAX = Duration.ofSeconds(10);
    /** A connection that held this long was no failure: the waits start short again. */
    private static final Duration STEADY = Duration.ofSeconds(10);

    private static final Duration RETRY_FIRST = Duration.ofMillis(500);
    private static final Duration RETRY_MAX = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(KrakenFeed.class);
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(250);
    private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(5);

    private final URI address;
    private final FeedListener listener;
    private final FeedMetrics metrics;
    private final Backoff backoff;
    private final Duration silenceMax;
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch stopping = new CountDownLatch(1);
    /** Held by whoever touches the books or tells the listener: messages come on the client's threads. */
    private final Object turn = new Object();

    private final KrakenBooks books;
    private final Thread keeper;

    private volatile @Nullable KrakenConnection connection;
    private volatile String detail = "not started";
    private volatile long heardAtNanos = System.nanoTime();

    /**
     * @param chance spreads the tries to connect again
     * @param silenceMax usually {@link #SILENCE_MAX}
     */
    public KrakenFeed(
            URI address, FeedListener listener, FeedMetrics metrics, RandomGenerator chance, Duration silenceMax) {
        this.address = address;
        this.listener = listener;
        this.metrics = metrics;
        this.backoff = new Backoff(RETRY_FIRST, RETRY_MAX, chance);
        this.silenceMax = silenceMax;
        this.books = new KrakenBooks(listener, metrics, this::send);
        this.keeper = Thread.ofPlatform().name("kraken-feed").unstarted(this::keepConnected);
    }

    @Override
    public void start() {
        keeper.start();
    }

    @Override
    public void follow(Collection<TradedInstrument> instruments) {
        synchronized (turn) {
            books.follow(
                    instruments.stream().map(TradedInstrument::symbol).collect(Collectors.toSet()), System.nanoTime());
        }
    }

    @Override
    public FeedStatus status() {
        return new FeedStatus(connection != null, detail, Duration.ofNanos(System.nanoTime() - heardAtNanos));
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            if (keeper.isAlive()) {
                keeper.join(STOP_WAIT_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
    }

    private void keepConnected() {
        try {
            while (stopping.getCount() > 0) {
                connectOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connectOnce() throws InterruptedException {
        Duration wait;
        try {
            detail = "connecting to " + address;
            KrakenConnection opened = KrakenConnection.open(client, address, this::message);
            metrics.connected();
            String end = serve(opened);
            wait = backoff.next();
            detail = "lost " + address + ": " + end;
            if (stopping.getCount() > 0) {
                LOG.warn("{}; connecting again in {} ms", detail, wait.toMillis());
            }
        } catch (IOException e) {
            metrics.connectionFailed();
            wait = backoff.next();
            detail = "cannot reach " + address + ": " + e.getMessage();
            LOG.warn("{}; trying again in {} ms", detail, wait.toMillis());
        }
        stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Watches a connection until it ends or falls silent; its prices are stale before this returns. */
    private String serve(KrakenConnection opened) throws InterruptedException {
        long openedAtNanos = System.nanoTime();
        synchronized (turn) {
            connection = opened;
            heardAtNanos = openedAtNanos;
            books.connected(openedAtNanos);
        }
        detail = "connected to " + address;
        LOG.info("connected to the feed at {}", address);
        String end = null;
        while (end == null && stopping.getCount() > 0) {
            end = opened.awaitEnd(WATCH_INTERVAL);
            long nowNanos = System.nanoTime();
            if (end == null && nowNanos - heardAtNanos > silenceMax.toNanos()) {
                end = "nothing heard for " + silenceMax.toMillis() + " ms";
            }
            synchronized (turn) {
                books.askAgain(nowNanos);
            }
        }
        synchronized (turn) {
            connection = null;
            listener.allStale(end == null ? "the feed is stopped" : end);
        }
        opened.abort();
        if (System.nanoTime() - openedAtNanos > STEADY.toNanos()) {
            backoff.reset();
        }
        return end == null ? "stopped" : end;
    }

    private void message(KrakenConnection from, String text) {
        long arrivedNanos = System.nanoTime();
        metrics.message();
        try {
            KrakenMessage message = KrakenDecoder.decode(text);
            synchronized (turn) {
                if (from == connection) {
                    heardAtNanos = arrivedNanos;
                    books.accept(message, arrivedNanos);
                }
            }
            metrics.frameHandled(System.nanoTime() - arrivedNanos);
        } catch (IOException e) {
            metrics.undecodable();
            LOG.warn("undecodable message of {} characters: {}", text.length(), e.getMessage());
        }
    }

    private void send(KrakenRequest request) {
        KrakenConnection current = connection;
        if (current != null) {
            current.send(request.encoded());
        }
    }
}
