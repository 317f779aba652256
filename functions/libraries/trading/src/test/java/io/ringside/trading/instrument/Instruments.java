package io.ringside.trading.instrument;

import io.ringside.trading.calendar.TradingDay;
import io.ringside.trading.instrument.Instrument.AssetClass;
import io.ringside.trading.instrument.Instrument.Status;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;

/** Instruments that tests of any module trade; other modules get them from this module's test-jar. */
public final class Instruments {
    /** A crypto pair with many decimals. */
    public static final Instrument ADA = new Instrument(
            "ADA-XBT",
            "ADA/XBT",
            "Cardano",
            AssetClass.CRYPTO,
            "XBT",
            10,
            Price.of("0.000000010", 9),
            Quantity.of("0.00000001", 8),
            "ADA",
            new Quantity(1, 0),
            TradingDay.UTC,
            Status.OPEN,
            1);

    /** A metal that trades in half lots of 25 tonnes. */
    public static final Instrument TIN = metal("TIN", Price.of("0.50", 2), Quantity.of("0.5", 1), 25);

    private Instruments() {}

    /** A metal in dollars, so many tonnes a lot, whose trading days end with those of UTC. */
    public static Instrument metal(String id, Price tick, Quantity step, long tonnesPerLot) {
        return new Instrument(
                id,
                id,
                "Metal " + id,
                AssetClass.METAL,
                "USD",
                2,
                tick,
                step,
                "lots",
                new Quantity(tonnesPerLot, 0),
                TradingDay.UTC,
                Status.OPEN,
                1);
    }

    /** The same while nobody may trade it. */
    public static Instrument halted(Instrument open) {
        return changed(open, open.tradingDay(), Status.HALTED);
    }

    /** The same with other trading days. */
    public static Instrument on(TradingDay day, Instrument other) {
        return changed(other, day, other.status());
    }

    private static Instrument changed(Instrument from, TradingDay day, Status status) {
        return new Instrument(
                from.id(),
                from.symbol(),
                from.name(),
                from.assetClass(),
                from.currency(),
                from.currencyScale(),
                from.priceTick(),
                from.quantityStep(),
                from.quantityUnit(),
                from.contractSize(),
                day,
                status,
                from.version() + 1);
    }
}
