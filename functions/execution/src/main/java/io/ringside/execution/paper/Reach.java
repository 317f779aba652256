package io.ringside.execution.paper;

import io.ringside.contracts.Side;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.market.TopOfBook.Level;
import io.ringside.trading.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * Which resting orders of an instrument the quotes of a batch could fill: buys at {@code askMin} or above, sells at
 * {@code bidMax} or below. The store reads no others.
 */
record Reach(@Nullable Price askMin, @Nullable Price bidMax) {
    /** What this quote could fill. */
    static Reach of(TopOfBook top) {
        return new Reach(
                top.against(Side.BUY).map(Level::price).orElse(null),
                top.against(Side.SELL).map(Level::price).orElse(null));
    }

    /** What one of the two could fill. */
    Reach or(Reach other) {
        return new Reach(
                askMin == null || (other.askMin != null && other.askMin.isBelow(askMin)) ? other.askMin : askMin,
                bidMax == null || (other.bidMax != null && other.bidMax.isAbove(bidMax)) ? other.bidMax : bidMax);
    }
}
