package io.ringside.marketdata.kraken;

import io.ringside.marketdata.book.BookLevel;
import io.ringside.marketdata.book.OrderBook;
import io.ringside.marketdata.feed.TopOfBook;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The book of one pair and how far it can be believed. */
final class PairBook {
    private enum Trust {
        /** Asked for; whatever comes before the snapshot belongs to an earlier subscription. */
        AWAITING_SNAPSHOT,
        PROVEN,
        /** The exchange does not offer this pair. */
        REFUSED
    }

    private final OrderBook book = new OrderBook(KrakenRequest.DEPTH);
    private Trust trust = Trust.AWAITING_SNAPSHOT;
    private long askedAtNanos;

    void awaitSnapshot(long nowNanos) {
        trust = Trust.AWAITING_SNAPSHOT;
        askedAtNanos = nowNanos;
    }

    void refuse() {
        trust = Trust.REFUSED;
    }

    boolean isRefused() {
        return trust == Trust.REFUSED;
    }

    boolean isProven() {
        return trust == Trust.PROVEN;
    }

    boolean isOverdue(long nowNanos, long waitNanosMax) {
        return trust == Trust.AWAITING_SNAPSHOT && nowNanos - askedAtNanos > waitNanosMax;
    }

    void replace(List<BookLevel> asks, List<BookLevel> bids) {
        book.replace(asks, bids);
        trust = Trust.PROVEN;
    }

    /** Applies the changes and says whether the book is then the exchange's. */
    boolean change(List<BookLevel> asks, List<BookLevel> bids, @Nullable Long checksum) {
        book.apply(asks, bids);
        return checksum != null && book.checksum() == checksum;
    }

    TopOfBook top(List<BookLevel> changedAsks, List<BookLevel> changedBids) {
        BookLevel bid = book.bestBid();
        BookLevel ask = book.bestAsk();
        long atMicros = Math.max(latest(changedAsks), latest(changedBids));
        return new TopOfBook(
                bid == null ? null : bid.price(),
                bid == null ? null : bid.volume(),
                ask == null ? null : ask.price(),
                ask == null ? null : ask.volume(),
                Instant.EPOCH.plus(atMicros, ChronoUnit.MICROS));
    }

    private static long latest(List<BookLevel> levels) {
        long latest = 0;
        for (BookLevel level : levels) {
            latest = Math.max(latest, level.atMicros());
        }
        return latest;
    }
}
