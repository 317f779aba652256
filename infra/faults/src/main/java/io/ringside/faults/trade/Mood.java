package io.ringside.faults.trade;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Seeded whims of one trader: the mix of orders and cancels. */
final class Mood {
    private static final int MARKET_PERCENT = 40;
    private static final int CROSSING_PERCENT = 60;
    private static final int NEAR_PERCENT = 75;
    private static final int FAR_PERCENT = 85;
    private static final int AMEND_PERCENT = 92;
    private static final int TAKE_BACK_PERCENT = 99;
    private static final int HUNDRED = 100;
    /** Through the market, within every collar. */
    private static final int CROSSING_BPS = 50;
    /** Away from the market, within every collar, farther than prices walk in a run. */
    private static final int FAR_BPS_MIN = 300;

    private static final int FAR_BPS_MAX = 430;
    /** By which an amend goes away from the market. */
    private static final int AWAY_BPS_MAX = 10;

    private final RandomGenerator random;
    private final Market market;

    Mood(RandomGenerator random, Market market) {
        this.random = random;
        this.market = market;
    }

    /** The next intent; none while there is no price. */
    Optional<Intent> next(List<OrderState> openOrders) {
        int percent = random.nextInt(HUNDRED);
        if (percent >= FAR_PERCENT && !openOrders.isEmpty()) {
            return Optional.of(change(percent, openOrders.get(random.nextInt(openOrders.size()))));
        }
        Market.Instrument instrument =
                market.instruments().get(random.nextInt(market.instruments().size()));
        Market.Top top = market.top(instrument);
        return top == null ? Optional.empty() : Optional.of(order(percent, instrument, top));
    }

    private Intent change(int percent, OrderState order) {
        if (percent < AMEND_PERCENT) {
            return amend(order);
        }
        return percent < TAKE_BACK_PERCENT
                ? new Intent.TakeBack(order.clientOrderId())
                : new Intent.TakeAllBack(order.instrument());
    }

    /** Less or more, also than what is filled by now; with a price of before, or one that is worse for others. */
    private Intent amend(OrderState order) {
        Market.Instrument instrument = market.instrument(order.instrument()).orElseThrow();
        int away = random.nextInt(AWAY_BPS_MAX);
        BigDecimal limit = new BigDecimal(Objects.requireNonNull(order.limitPrice()));
        return new Intent.Amend(
                order, quantity(instrument), instrument.price(limit, order.side() == Side.BUY ? -away : away));
    }

    private Intent order(int percent, Market.Instrument instrument, Market.Top top) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        boolean buys = side == Side.BUY;
        String quantity = quantity(instrument);
        if (percent < MARKET_PERCENT || percent >= FAR_PERCENT) {
            return new Intent.Enter(instrument.id(), side, OrderType.MARKET, TimeInForce.IOC, quantity, null, false);
        }
        String price;
        boolean far = percent >= NEAR_PERCENT;
        if (percent < CROSSING_PERCENT) {
            price = instrument.price(buys ? top.ask() : top.bid(), buys ? CROSSING_BPS : -CROSSING_BPS);
        } else if (far) {
            int away = random.nextInt(FAR_BPS_MIN, FAR_BPS_MAX);
            price = instrument.price(buys ? top.bid() : top.ask(), buys ? -away : away);
        } else {
            price = instrument.price(buys ? top.bid() : top.ask(), 0);
        }
        return new Intent.Enter(instrument.id(), side, OrderType.LIMIT, TimeInForce.DAY, quantity, price, far);
    }

    /** Small against every limit, with decimals where the instrument has them. */
    private String quantity(Market.Instrument instrument) {
        BigDecimal wanted =
                switch (instrument.assetClass()) {
                    case "METAL" -> BigDecimal.valueOf(random.nextInt(1, 6));
                    case "EQUITY" -> BigDecimal.valueOf(random.nextInt(1, 200));
                    default -> BigDecimal.valueOf(random.nextInt(1, 200), 2);
                };
        return wanted.divide(instrument.step(), 0, RoundingMode.UP)
                .multiply(instrument.step())
                .stripTrailingZeros()
                .toPlainString();
    }
}
