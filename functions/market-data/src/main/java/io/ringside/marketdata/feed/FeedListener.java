package io.ringside.marketdata.feed;

/**
 * What a feed tells. A feed calls it from one thread at a time, and says that prices are stale before it says anything
 * that was built on doubtful data.
 */
public interface FeedListener {
    /** Prices that were proven as far as the source allows. They end staleness. */
    void topOfBook(String symbol, TopOfBook top);

    /** The symbol's prices must not be traded on until the next {@link #topOfBook}. */
    void stale(String symbol, String because);

    /** No price of this feed must be traded on until its symbol's next {@link #topOfBook}. */
    void allStale(String because);
}
