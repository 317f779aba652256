package io.ringside.gateway.market;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import io.ringside.trading.calendar.TradingDay;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.SqlNumeric;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code reference.instrument}. */
@Singleton
class InstrumentStore {
    private static final String ALL = """
        select i.id, i.symbol, i.name, i.asset_class, i.currency, c.scale, i.price_tick, i.price_scale,
               i.quantity_step, i.quantity_scale, i.quantity_unit, i.contract_size,
               i.trading_day_end, i.trading_day_zone, i.status, i.version
        from reference.instrument i join reference.currency c on c.code = i.currency
        order by i.symbol\
        """;

    private final JdbcOperations jdbc;

    InstrumentStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Every instrument, by symbol. */
    @Transactional(readOnly = true)
    List<Instrument> all() {
        return jdbc.prepareStatement(ALL, statement -> {
            List<Instrument> instruments = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    instruments.add(instrument(rows));
                }
            }
            return instruments;
        });
    }

    private static Instrument instrument(ResultSet row) throws SQLException {
        return new Instrument(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Instrument.AssetClass.valueOf(row.getString(4)),
                row.getString(5),
                row.getInt(6),
                SqlNumeric.price(row.getBigDecimal(7), row.getInt(8)),
                SqlNumeric.quantity(row.getBigDecimal(9), row.getInt(10)),
                row.getString(11),
                SqlNumeric.factor(row.getBigDecimal(12)),
                new TradingDay(row.getObject(13, LocalTime.class), ZoneId.of(row.getString(14))),
                Instrument.Status.valueOf(row.getString(15)),
                row.getLong(16));
    }
}
