package io.ringside.marketdata.instrument;

import java.util.List;

/** Where the instruments come from: rows in production, a list in tests. */
@FunctionalInterface
public interface InstrumentDirectory {
    /**
     * All instruments as they are now.
     *
     * @throws RuntimeException when they cannot be read now
     */
    List<TradedInstrument> instruments();
}
