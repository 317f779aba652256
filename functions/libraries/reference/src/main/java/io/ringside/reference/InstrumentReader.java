package io.ringside.reference;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.trading.calendar.TradingDay;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.money.SqlNumeric;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads every instrument with the scale of its currency. */
@Singleton
final class InstrumentReader {
    private static final String SELECT = """
            select i.id, i.symbol, i.name, i.asset_class, i.currency, c.scale as currency_scale, i.price_scale,
                   i.price_tick, i.quantity_scale, i.quantity_step, i.quantity_unit, i.contract_size,
                   i.trading_day_end, i.trading_day_zone, i.status, i.version
            from reference.instrument i
            join reference.currency c on c.code = i.currency
            """;

    private final JdbcOperations jdbc;

    InstrumentReader(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    InstrumentTable read() {
        return jdbc.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT);
                    ResultSet rows = statement.executeQuery()) {
                List<Instrument> instruments = new ArrayList<>();
                while (rows.next()) {
                    instruments.add(instrument(rows));
                }
                return InstrumentTable.of(instruments);
            }
        });
    }

    private static Instrument instrument(ResultSet row) throws SQLException {
        return new Instrument(
                row.getString("id"),
                row.getString("symbol"),
                row.getString("name"),
                Instrument.AssetClass.valueOf(row.getString("asset_class")),
                row.getString("currency"),
                row.getInt("currency_scale"),
                SqlNumeric.price(row.getBigDecimal("price_tick"), row.getInt("price_scale")),
                SqlNumeric.quantity(row.getBigDecimal("quantity_step"), row.getInt("quantity_scale")),
                row.getString("quantity_unit"),
                SqlNumeric.factor(row.getBigDecimal("contract_size")),
                new TradingDay(
                        row.getObject("trading_day_end", LocalTime.class),
                        ZoneId.of(row.getString("trading_day_zone"))),
                Instrument.Status.valueOf(row.getString("status")),
                row.getLong("version"));
    }
}
