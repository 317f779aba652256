package io.ringside.riskcheck;

import io.ringside.contracts.Side;
import io.ringside.contracts.risk.LimitKind;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.riskcheck.Reservation.Id;
import io.ringside.riskcheck.RiskBook.Key;
import io.ringside.riskcheck.RiskBook.Line;
import io.ringside.runtime.sql.Columns;
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
import java.util.Collection;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of schema {@code risk} as values on the scales of their instrument, and values as columns of rows. */
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
        BigDecimal traded = row.getBigDecimal("traded");
        BigDecimal remaining = row.getBigDecimal("remaining");
        BigDecimal reference = row.getBigDecimal("reference_price");
        return new Reservation(
                new Id(row.getString("account"), row.getString("client_order_id")),
                instrument,
                Side.valueOf(row.getString("side")),
                Reservation.State.valueOf(row.getString("state")),
                quantity(quantity, instrument, instruments),
                quantity(traded, instrument, instruments),
                quantity(remaining, instrument, instruments),
                row.getString("reason"),
                row.getString("reason_text"),
                row.getLong("limit_version"),
                reference == null ? null : reference.toPlainString(),
                reached(row));
    }

    static Columns keys(Columns columns, Collection<Key> keys) throws SQLException {
        return columns.column("text", keys, Key::account).column("text", keys, Key::instrument);
    }

    static Columns ids(Columns columns, Collection<Id> ids) throws SQLException {
        return columns.column("text", ids, Id::account).column("text", ids, Id::clientOrderId);
    }

    static void exposures(Columns columns, Map<Key, Exposure> moved) throws SQLException {
        Collection<Entry<Key, Exposure>> rows = moved.entrySet();
        keys(columns, moved.keySet())
                .column("numeric", rows, row -> SqlNumeric.of(row.getValue().net()))
                .column("numeric", rows, row -> SqlNumeric.of(row.getValue().reservedBuy()))
                .column("numeric", rows, row -> SqlNumeric.of(row.getValue().reservedSell()));
    }

    static void reservations(Columns columns, Collection<Reservation> rows) throws SQLException {
        ids(columns, rows.stream().map(Reservation::id).toList())
                .column("text", rows, Reservation::instrument)
                .column("text", rows, row -> row.side().name())
                .column("text", rows, row -> row.state().name())
                .column("numeric", rows, row -> SqlNumeric.of(row.quantity()))
                .column("numeric", rows, row -> SqlNumeric.of(row.traded()))
                .column("numeric", rows, row -> SqlNumeric.of(row.remaining()))
                .column("text", rows, Reservation::reason)
                .column("text", rows, Reservation::text)
                .column("bigint", rows, Reservation::limitVersion)
                .column("numeric", rows, row -> number(row.referencePrice()))
                .column("text", rows, row -> of(row, reached -> reached.limit().name()))
                .column("smallint", rows, row -> of(row, LimitReached::level))
                .column("numeric", rows, row -> of(row, reached -> number(reached.used())))
                .column("numeric", rows, row -> of(row, reached -> number(reached.maximum())));
    }

    private static @Nullable Object of(Reservation row, Function<LimitReached, @Nullable Object> value) {
        LimitReached reached = row.reached();
        return reached == null ? null : value.apply(reached);
    }

    private static @Nullable LimitReached reached(ResultSet row) throws SQLException {
        String limit = row.getString("limit_kind");
        return limit == null
                ? null
                : new LimitReached(
                        LimitKind.valueOf(limit),
                        row.getInt("limit_level"),
                        row.getBigDecimal("limit_used").toPlainString(),
                        row.getBigDecimal("limit_maximum").toPlainString());
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
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
