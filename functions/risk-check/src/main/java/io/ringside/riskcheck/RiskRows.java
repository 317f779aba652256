package io.ringside.riskcheck;

import io.ringside.contracts.Side;
import io.ringside.riskcheck.Reservation.Id;
import io.ringside.riskcheck.RiskBook.Line;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.money.SqlNumeric;
import io.ringside.trading.risk.Exposure;
import io.ringside.trading.risk.RiskLimit;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Rows of schema {@code risk} as values on the scales of their instrument. */
final class RiskRows {
    private RiskRows() {}

    static Line line(ResultSet row, Instrument instrument) throws SQLException {
        int scale = instrument.quantityScale();
        Exposure exposure = new Exposure(
                SqlNumeric.quantity(row.getBigDecimal("net"), scale),
                SqlNumeric.quantity(row.getBigDecimal("reserved_buy"), scale),
                SqlNumeric.quantity(row.getBigDecimal("reserved_sell"), scale));
        return new Line(exposure, limit(row, instrument));
    }

    static Reservation reservation(ResultSet row, InstrumentTable instruments) throws SQLException {
        String instrument = row.getString("instrument");
        BigDecimal quantity = row.getBigDecimal("quantity");
        BigDecimal remaining = row.getBigDecimal("remaining");
        BigDecimal reference = row.getBigDecimal("reference_price");
        return new Reservation(
                new Id(row.getString("account"), row.getString("client_order_id")),
                instrument,
                Side.valueOf(row.getString("side")),
                Reservation.State.valueOf(row.getString("state")),
                quantity(quantity, instrument, instruments),
                quantity(remaining, instrument, instruments),
                row.getString("reason"),
                row.getString("reason_text"),
                row.getLong("limit_version"),
                reference == null ? null : reference.toPlainString());
    }

    /** A refused or released order may name an instrument that does not exist. */
    private static Quantity quantity(BigDecimal numeric, String instrument, InstrumentTable instruments) {
        return instruments
                .find(instrument)
                .map(known -> SqlNumeric.quantity(numeric, known.quantityScale()))
                .orElseGet(() -> SqlNumeric.factor(numeric));
    }

    private static @Nullable RiskLimit limit(ResultSet row, Instrument instrument) throws SQLException {
        BigDecimal quantityMax = row.getBigDecimal("order_quantity_max");
        if (quantityMax == null) {
            return null;
        }
        int scale = instrument.quantityScale();
        return new RiskLimit(
                SqlNumeric.quantityLimit(quantityMax, scale),
                SqlNumeric.moneyLimit(
                        row.getBigDecimal("order_notional_max"), instrument.currency(), instrument.currencyScale()),
                SqlNumeric.quantityLimit(row.getBigDecimal("net_position_max"), scale),
                row.getInt("collar_bps"),
                Duration.ofMillis(row.getInt("quote_age_max_ms")),
                row.getBoolean("restricted"),
                row.getLong("version"));
    }
}
