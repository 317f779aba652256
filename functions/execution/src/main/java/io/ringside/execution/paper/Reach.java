package io.ringside.execution.paper;

import io.ringside.contracts.Side;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.market.TopOfBook.Level;
import io.ringside.trading.money.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which resting orders of an instrument the commands of a batch could change: buys at {@code askMin} or above, sells at
 * {@code bidMax} or below, those whose trading day ended at {@code endMax} or before. The store reads no others.
 */
record Reach(
        @Nullable Price askMin,
        @Nullable Price bidMax,
        @Nullable Instant endMax) {
    /** What this quote could fill. */
    static Reach of(TopOfBook top) {
        return new Reach(
                top.against(Side.BUY).map(Level::price).orElse(null),
                top.against(Side.SELL).map(Level::price).orElse(null),
                null);
    }

    /** What could have ended by now. */
    static Reach endedBy(Instant now) {
        return new Reach(null, null, now);
    }

    /** What one of the two could change. */
    Reach or(Reach other) {
        return new Reach(
                askMin == null || (other.askMin != null && other.askMin.isBelow(askMin)) ? other.askMin : askMin,
                bidMax == null || (other.bidMax != null && other.bidMax.isAbove(bidMax)) ? other.bidMax : bidMax,
                endMax == null || (other.endMax != null && other.endMax.isAfter(endMax)) ? other.endMax : endMax);
    }
}
