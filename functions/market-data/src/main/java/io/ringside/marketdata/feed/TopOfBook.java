package io.ringside.marketdata.feed;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The best bid and ask of one instrument, decimal texts as the source gave them.
 *
 * @param bid absent when nobody bids, as is {@code bidSize}
 * @param at the source's time of the change
 */
public record TopOfBook(
        @Nullable String bid,
        @Nullable String bidSize,
        @Nullable String ask,
        @Nullable String askSize,
        Instant at) {

    /** Whether prices and sizes are the same, whatever the time. */
    public boolean sameAs(@Nullable TopOfBook other) {
        return other != null
                && Objects.equals(bid, other.bid)
                && Objects.equals(ask, other.ask)
                && Objects.equals(bidSize, other.bidSize)
                && Objects.equals(askSize, other.askSize);
    }
}
