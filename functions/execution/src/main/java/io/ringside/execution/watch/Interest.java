package io.ringside.execution.watch;

import io.ringside.contracts.Side;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.Price;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which prices the resting orders of one instrument wait for.
 *
 * @param bestBuy highest limit of a resting buy
 * @param bestSell lowest limit of a resting sell
 * @param anyPriceBuys whether a market buy rests, which any ask fills
 * @param anyPriceSells whether a market sell rests, which any bid fills
 * @param firstEnding the resting order whose trading day ends first
 * @param matchedUpTo newest quote that the orders were already matched against
 */
record Interest(
        @Nullable Price bestBuy,
        @Nullable Price bestSell,
        boolean anyPriceBuys,
        boolean anyPriceSells,
        @Nullable Ending firstEnding,
        long matchedUpTo) {
    /** An order's last moment, and the order by its arrival. */
    record Ending(Instant end, long arrival) {
        boolean isOver(Instant now) {
            return !end.isAfter(now);
        }
    }

    /** Whether matching against this quote could fill something that was not filled yet. */
    boolean isCrossedBy(TopOfBook top) {
        return top.sequence() > matchedUpTo && (isAskCrossed(top) || isBidCrossed(top));
    }

    Interest matchedUpTo(long quoteSequence) {
        long newest = Math.max(matchedUpTo, quoteSequence);
        return new Interest(bestBuy, bestSell, anyPriceBuys, anyPriceSells, firstEnding, newest);
    }

    private boolean isAskCrossed(TopOfBook top) {
        Optional<TopOfBook.Level> ask = top.against(Side.BUY);
        return ask.isPresent()
                && (anyPriceBuys || (bestBuy != null && !ask.get().price().isAbove(bestBuy)));
    }

    private boolean isBidCrossed(TopOfBook top) {
        Optional<TopOfBook.Level> bid = top.against(Side.SELL);
        return bid.isPresent()
                && (anyPriceSells || (bestSell != null && !bid.get().price().isBelow(bestSell)));
    }
}
