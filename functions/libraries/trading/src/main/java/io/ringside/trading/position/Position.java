package io.ringside.trading.position;

import io.ringside.contracts.Side;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.ExactValue;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A position by the average cost method, without rounding losses: realised plus unrealised profit always equals what
 * was received less what was paid plus what the rest is worth.
 *
 * @param quantity negative when short
 * @param cost what the open quantity was bought for, exactly; negative when short; zero when flat
 * @param realised profit of what was closed, exactly
 */
public record Position(Quantity quantity, ExactValue cost, ExactValue realised) {
    /** Rounding of the cost that leaves with a part of the position; the rest of the cost stays with the rest. */
    private static final RoundingMode COST_SHARE = RoundingMode.HALF_EVEN;

    public Position {
        if (quantity.sign() == 0 && !cost.isZero()) {
            throw new IllegalArgumentException("a flat position cannot have cost " + cost);
        }
    }

    /** Nothing held, nothing earned. */
    public static Position flat(Instrument instrument) {
        ExactValue nothing = ExactValue.zero(instrument.valueScale());
        return new Position(instrument.noQuantity(), nothing, nothing);
    }

    /** The position after a trade. */
    public Position after(Instrument instrument, Side side, Quantity traded, Price price) {
        if (!traded.isPositive()) {
            throw new IllegalArgumentException("a trade of " + traded + " is none");
        }
        Quantity change = side == Side.BUY ? traded : traded.negate();
        if (quantity.sign() * change.sign() >= 0) {
            return opened(instrument, change, price);
        }
        if (change.abs().isAbove(quantity.abs())) {
            return closed(instrument, quantity.negate(), price).opened(instrument, change.plus(quantity), price);
        }
        return closed(instrument, change, price);
    }

    /** Average price of the open quantity, rounded half to even; none when flat. */
    public Optional<Price> averagePrice(Instrument instrument) {
        return quantity.isZero()
                ? Optional.empty()
                : Optional.of(cost.per(
                        quantity, instrument.contractSize(), instrument.averagePriceScale(), RoundingMode.HALF_EVEN));
    }

    /** What closing the open quantity at this price would earn. */
    public ExactValue unrealised(Instrument instrument, Price mark) {
        return instrument.value(mark, quantity).minus(cost);
    }

    private Position opened(Instrument instrument, Quantity change, Price price) {
        return new Position(quantity.plus(change), cost.plus(instrument.value(price, change)), realised);
    }

    private Position closed(Instrument instrument, Quantity change, Price price) {
        ExactValue costOfPart = cost.share(change.negate(), quantity, COST_SHARE);
        ExactValue earned = instrument.value(price, change).plus(costOfPart).negate();
        return new Position(quantity.plus(change), cost.minus(costOfPart), realised.plus(earned));
    }
}
