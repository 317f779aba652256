package io.ringside.position;

import io.ringside.trading.calendar.TradingDay;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;

/** Instruments of tests. */
public final class Metals {
    /** One lot is 25 tonnes, prices in quarters of a dollar. */
    public static final Instrument COPPER = new Instrument(
            "CA",
            "CA",
            "Copper",
            Instrument.AssetClass.METAL,
            "USD",
            2,
            Price.of("0.25", 2),
            Quantity.of("1", 0),
            "lot",
            Quantity.of("25", 0),
            TradingDay.UTC,
            Instrument.Status.OPEN,
            1);

    private Metals() {}
}
