package io.ringside.position.valuation;

import io.ringside.trading.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * The price that a position is valued at.
 *
 * @param price absent when there never was one, or none is needed
 * @param stale whether the price is not current
 */
record Mark(@Nullable Price price, boolean stale) {
    static final Mark NOT_NEEDED = new Mark(null, false);
}
