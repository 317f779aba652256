package io.ringside.marketdata.book;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both sides of one pair, rebuilt from a snapshot and the changes after it. Not safe for use by several threads. */
public final class OrderBook {
    private final int depthMax;
    private final BookSide asks = new BookSide(true);
    private final BookSide bids = new BookSide(false);
    private final BookChecksum checksum = new BookChecksum();
    private int priceScale = -1;

    /**
     * @param depthMax levels of a side; those beyond leave the book when better ones push them out, as the exchange
     *     never mentions them again
     */
    public OrderBook(int depthMax) {
        this.depthMax = depthMax;
    }

    /** Forgets everything and starts from a snapshot. */
    public void replace(List<BookLevel> newAsks, List<BookLevel> newBids) {
        asks.clear();
        bids.clear();
        priceScale = -1;
        apply(newAsks, newBids);
    }

    /**
     * Applies one message. Truncation comes after all of its levels: a message may remove one and add another.
     *
     * @throws ArithmeticException when a price does not fit the book's price scale
     */
    public void apply(List<BookLevel> changedAsks, List<BookLevel> changedBids) {
        if (priceScale < 0) {
            priceScale = Math.max(decimalsOf(changedAsks), decimalsOf(changedBids));
        }
        for (BookLevel level : changedAsks) {
            asks.set(level, priceScale);
        }
        for (BookLevel level : changedBids) {
            bids.set(level, priceScale);
        }
        asks.truncate(depthMax);
        bids.truncate(depthMax);
    }

    /** The checksum that the exchange sends for the state of this book. */
    public long checksum() {
        return checksum.of(asks, bids);
    }

    public @Nullable BookLevel bestAsk() {
        return asks.at(0);
    }

    public @Nullable BookLevel bestBid() {
        return bids.at(0);
    }

    /** A copy, best first. */
    public List<BookLevel> asks() {
        return asks.bestFirst();
    }

    /** A copy, best first. */
    public List<BookLevel> bids() {
        return bids.bestFirst();
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return asks.size() + bids.size() == 0;
    }

    private static int decimalsOf(List<BookLevel> levels) {
        return levels.stream()
                .mapToInt(level -> DecimalText.decimals(level.price()))
                .max()
                .orElse(-1);
    }
}
