package io.ringside.marketdata;

import io.ringside.marketdata.instrument.TradedInstrument;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** Instruments with sane defaults. */
public final class Instruments {
    private static final int PRICE_SCALE = 9;
    private static final int QUANTITY_SCALE = 8;

    private Instruments() {}

    public static TradedInstrument crypto(String symbol) {
        return new TradedInstrument(
                symbol.replace('/', '-'),
                symbol,
                "CRYPTO",
                PRICE_SCALE,
                new BigDecimal("0.000000010"),
                QUANTITY_SCALE,
                new BigDecimal("0.00000001"));
    }

    public static TradedInstrument metal(String symbol) {
        return new TradedInstrument(symbol, symbol, "METAL", 2, new BigDecimal("0.50"), 0, BigDecimal.ONE);
    }

    public static List<TradedInstrument> cryptos(Collection<String> symbols) {
        return symbols.stream().map(Instruments::crypto).toList();
    }
}
