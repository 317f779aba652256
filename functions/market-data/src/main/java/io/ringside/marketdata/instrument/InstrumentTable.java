package io.ringside.marketdata.instrument;

import jakarta.inject.Singleton;
import java.util.List;

/** The directory that reads the rows. */
@Singleton
final class InstrumentTable implements InstrumentDirectory {
    private final InstrumentRows rows;

    InstrumentTable(InstrumentRows rows) {
        this.rows = rows;
    }

    @Override
    public List<TradedInstrument> instruments() {
        return rows.all().stream()
                .map(row -> new TradedInstrument(
                        row.id(),
                        row.symbol(),
                        row.assetClass(),
                        row.priceScale(),
                        row.priceTick(),
                        row.quantityScale(),
                        row.quantityStep()))
                .toList();
    }
}
