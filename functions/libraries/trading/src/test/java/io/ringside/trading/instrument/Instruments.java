package io.ringside.trading.instrument;

import io.ringside.trading.calendar.TradingDay;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;

/** Instruments that tests trade. */
public final class Instruments {
    /** A crypto pair with many decimals. */
    public static final Instrument ADA = new Instrument(
            "ADA-XBT",
            "ADA/XBT",
            "Cardano",
            Instrument.AssetClass.CRYPTO,
            "XBT",
            10,
            Price.of("0.000000010", 9),
            Quantity.of("0.00000001", 8),
            "ADA",
            new Quantity(1, 0),
            TradingDay.UTC,
            Instrument.Status.OPEN,
            1);

    /** A metal that trades in half lots of 25 tonnes. */
    public static final Instrument TIN = new Instrument(
            "TIN",
            "TIN",
            "Tin",
            Instrument.AssetClass.METAL,
            "USD",
            2,
            Price.of("0.50", 2),
            Quantity.of("0.5", 1),
            "lots",
            new Quantity(25, 0),
            TradingDay.UTC,
            Instrument.Status.OPEN,
            3);

    private Instruments() {}

    /** Tin while nobody may trade it. */
    public static Instrument halted() {
        return new Instrument(
                TIN.id(),
                TIN.symbol(),
                TIN.name(),
                TIN.assetClass(),
                TIN.currency(),
                TIN.currencyScale(),
                TIN.priceTick(),
                TIN.quantityStep(),
                TIN.quantityUnit(),
                TIN.contractSize(),
                TIN.tradingDay(),
                Instrument.Status.HALTED,
                4);
    }
}
