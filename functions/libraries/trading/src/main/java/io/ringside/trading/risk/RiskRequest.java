package io.ringside.trading.risk;

import io.ringside.contracts.Side;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * An order as the risk check sees it.
 *
 * @param limitPrice absent for a market order
 */
public record RiskRequest(
        Side side, Quantity quantity, @Nullable Price limitPrice) {}
