package io.ringside.marketdata.feed;

import io.ringside.marketdata.instrument.TradedInstrument;
import java.util.Collection;

/** A source of prices that tells a {@link FeedListener}. It finds its way back after every failure, until closed. */
public interface Feed extends AutoCloseable {
    /** Starts telling; returns at once. */
    void start();

    /** The instruments whose prices are wanted from now on; may be called again with others. */
    void follow(Collection<TradedInstrument> instruments);

    /** How it stands now. */
    FeedStatus status();

    /** Tells nothing more once this has returned. */
    @Override
    void close();
}
