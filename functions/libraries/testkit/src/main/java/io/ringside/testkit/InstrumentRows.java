package io.ringside.testkit;

import io.ringside.trading.instrument.Instrument;

/** Lists instruments, with their currencies, in {@code reference.instrument}. */
public final class InstrumentRows {
    private InstrumentRows() {}

    /** Adds these. */
    public static void add(Database database, Instrument... instruments) {
        for (Instrument instrument : instruments) {
            database.execute("""
                    insert into reference.currency values ('%s', %d) on conflict do nothing
                    """.formatted(instrument.currency(), instrument.currencyScale()));
            database.execute("""
                    insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                        quantity_scale, quantity_step, quantity_unit, contract_size, trading_day_end, trading_day_zone,
                        status, version)
                    values ('%s', '%s', '%s', '%s', '%s', %d, %s, %d, %s, '%s', %s, '%s', '%s', '%s', %d)
                    """.formatted(
                            instrument.id(),
                            instrument.symbol(),
                            instrument.name(),
                            instrument.assetClass(),
                            instrument.currency(),
                            instrument.priceScale(),
                            instrument.priceTick(),
                            instrument.quantityScale(),
                            instrument.quantityStep(),
                            instrument.quantityUnit(),
                            instrument.contractSize(),
                            instrument.tradingDay().end(),
                            instrument.tradingDay().zone(),
                            instrument.status(),
                            instrument.version()));
        }
    }
}
