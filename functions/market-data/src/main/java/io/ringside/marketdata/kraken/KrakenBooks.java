package io.ringside.marketdata.kraken;

import io.ringside.marketdata.feed.FeedListener;
import io.ringside.marketdata.feed.FeedMetrics;
import io.ringside.marketdata.kraken.KrakenMessage.BookSnapshot;
import io.ringside.marketdata.kraken.KrakenMessage.BookUpdate;
import io.ringside.marketdata.kraken.KrakenMessage.Heartbeat;
import io.ringside.marketdata.kraken.KrakenMessage.Other;
import io.ringside.marketdata.kraken.KrakenMessage.SubscriptionStatus;
import io.ringside.marketdata.kraken.KrakenMessage.SystemStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books of all followed pairs. Every update is proven by its checksum before anything is told of it; a book that
 * fails is declared stale first, then asked for again. One thread at a time.
 */
final class KrakenBooks {
    static final Duration SNAPSHOT_WAIT_MAX = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(KrakenBooks.class);
    private static final int UNKNOWN_PAIRS_SAID_MAX = 1_000;

    private final FeedListener listener;
    private final FeedMetrics metrics;
    private final Consumer<KrakenRequest> requests;
    private final Map<String, PairBook> books = new TreeMap<>();
    private final Set<String> unknownPairsSaid = new HashSet<>();

    /**
     * @param requests sends to the exchange; while there is no connection it drops what it is given
     */
    KrakenBooks(FeedListener listener, FeedMetrics metrics, Consumer<KrakenRequest> requests) {
        this.listener = listener;
        this.metrics = metrics;
        this.requests = requests;
    }

    void follow(Set<String> pairs, long nowNanos) {
        List<String> gone =
                books.keySet().stream().filter(pair -> !pairs.contains(pair)).toList();
        List<String> added =
                pairs.stream().filter(pair -> !books.containsKey(pair)).sorted().toList();
        gone.forEach(books::remove);
        if (!gone.isEmpty()) {
            requests.accept(KrakenRequest.unsubscribe(gone));
        }
        subscribe(added, nowNanos);
    }

    /** A new connection knows no subscription. */
    void connected(long nowNanos) {
        subscribe(List.copyOf(books.keySet()), nowNanos);
    }

    /** Asks again for the books whose snapshot did not come. */
    void askAgain(long nowNanos) {
        List<String> overdue = new ArrayList<>();
        books.forEach((pair, book) -> {
            if (book.isOverdue(nowNanos, SNAPSHOT_WAIT_MAX.toNanos())) {
                overdue.add(pair);
            }
        });
        if (!overdue.isEmpty()) {
            LOG.warn("no snapshot of {} within {} s, asking again", overdue, SNAPSHOT_WAIT_MAX.toSeconds());
            requests.accept(KrakenRequest.unsubscribe(overdue));
            subscribe(overdue, nowNanos);
        }
    }

    void accept(KrakenMessage message, long nowNanos) {
        switch (message) {
            case Heartbeat heartbeat -> {}
            case SystemStatus system -> systemStatus(system);
            case SubscriptionStatus status -> subscriptionStatus(status);
            case BookSnapshot snapshot -> snapshot(snapshot, nowNanos);
            case BookUpdate update -> update(update, nowNanos);
            case Other other -> LOG.debug("ignored: {}", other.event());
        }
    }

    private void subscribe(List<String> pairs, long nowNanos) {
        pairs.forEach(
                pair -> books.computeIfAbsent(pair, absent -> new PairBook()).awaitSnapshot(nowNanos));
        if (!pairs.isEmpty()) {
            requests.accept(KrakenRequest.subscribe(pairs));
        }
    }

    private void systemStatus(SystemStatus system) {
        LOG.info("the exchange is {}", system.status());
        if (system.status().equals("maintenance")) {
            listener.allStale("the exchange is in maintenance");
        }
    }

    private void subscriptionStatus(SubscriptionStatus status) {
        PairBook book = books.get(status.pair());
        if (status.status().equals("error") && book != null && !book.isRefused()) {
            book.refuse();
            metrics.subscriptionRefused();
            LOG.info("the feed has no {}: {}", status.pair(), status.error());
        }
    }

    private void snapshot(BookSnapshot snapshot, long nowNanos) {
        PairBook book = books.get(snapshot.pair());
        if (book == null) {
            unknown(snapshot.pair());
            return;
        }
        try {
            book.replace(snapshot.asks(), snapshot.bids());
        } catch (ArithmeticException e) {
            refuse(snapshot.pair(), book, e, nowNanos);
            return;
        }
        listener.topOfBook(snapshot.pair(), book.top(snapshot.asks(), snapshot.bids()));
    }

    /** The next one may be as bad: it is asked for like one that did not come, so not more often than those. */
    private void refuse(String pair, PairBook book, ArithmeticException cause, long nowNanos) {
        listener.stale(pair, "no book can hold the snapshot");
        book.awaitSnapshot(nowNanos);
        LOG.warn("the snapshot of {} cannot be held: its quotes are stale: {}", pair, cause.getMessage());
    }

    private void update(BookUpdate update, long nowNanos) {
        PairBook book = books.get(update.pair());
        if (book == null) {
            unknown(update.pair());
        } else if (book.isProven()) {
            if (proves(book, update)) {
                metrics.checksumVerified();
                listener.topOfBook(update.pair(), book.top(update.asks(), update.bids()));
            } else {
                metrics.checksumFailed();
                distrust(update.pair(), nowNanos);
            }
        }
    }

    private static boolean proves(PairBook book, BookUpdate update) {
        try {
            return book.change(update.asks(), update.bids(), update.checksum());
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** The order is the guarantee: nobody may trade on the old price while the new book is on its way. */
    private void distrust(String pair, long nowNanos) {
        listener.stale(pair, "checksum failed");
        LOG.warn("the checksum of {} failed: its quotes are stale until a new snapshot", pair);
        metrics.resubscription();
        requests.accept(KrakenRequest.unsubscribe(List.of(pair)));
        subscribe(List.of(pair), nowNanos);
    }

    private void unknown(String pair) {
        metrics.unknownPair();
        if (unknownPairsSaid.size() < UNKNOWN_PAIRS_SAID_MAX && unknownPairsSaid.add(pair)) {
            LOG.warn("the feed sends {}, which is no instrument here: ignored", pair);
        }
    }
}
