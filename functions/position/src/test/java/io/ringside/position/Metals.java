package io.ringside.position;

import io.ringside.contracts.trade.TradeBooked;
import io.ringside.testkit.AnOrder;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;

/** Copper, others like it, and trades in them. */
public final class Metals {
    /** One lot is 25 tonnes, prices in quarters of a dollar. */
    public static final Instrument COPPER = like("CA");

    private Metals() {}

    static Instrument like(String id) {
        return Instruments.metal(id, Price.of("0.25", 2), Quantity.of("1", 0), 25);
    }

    /** A whole order's execution as {@code +4 @ 100} (bought) or {@code -4 @ 100} (sold). */
    public static TradeBooked trade(
            String executionId, String orderId, String account, String instrument, String text) {
        String[] words = text.split(" ");
        String side = words[0].startsWith("+") ? "BUY" : "SELL";
        String quantity = words[0].substring(1);
        return AnOrder.in(instrument, side + " DAY " + quantity + " MARKET")
                .of(account)
                .named(orderId, "c-" + executionId)
                .trade(executionId, quantity, words[2]);
    }
}
