package io.ringside.riskcheck;

import io.ringside.riskcheck.Reservation.Id;
import io.ringside.riskcheck.RiskBook.Key;
import io.ringside.trading.money.SqlNumeric;
import io.ringside.trading.risk.Exposure;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds collections as one array per column, in the order of the statement's parameters. */
final class Columns {
    private final PreparedStatement statement;
    private int bound;

    Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    Columns keys(Collection<Key> keys) throws SQLException {
        return column("text", keys, Key::account).column("text", keys, Key::instrument);
    }

    Columns ids(Collection<Id> ids) throws SQLException {
        return column("text", ids, Id::account).column("text", ids, Id::clientOrderId);
    }

    Columns exposures(Map<Key, Exposure> moved) throws SQLException {
        Collection<Entry<Key, Exposure>> rows = moved.entrySet();
        return keys(moved.keySet())
                .column("numeric", rows, row -> SqlNumeric.of(row.getValue().net()))
                .column("numeric", rows, row -> SqlNumeric.of(row.getValue().reservedBuy()))
                .column("numeric", rows, row -> SqlNumeric.of(row.getValue().reservedSell()));
    }

    Columns reservations(Collection<Reservation> rows) throws SQLException {
        return ids(rows.stream().map(Reservation::id).toList())
                .column("text", rows, Reservation::instrument)
                .column("text", rows, row -> row.side().name())
                .column("text", rows, row -> row.state().name())
                .column("numeric", rows, row -> SqlNumeric.of(row.quantity()))
                .column("numeric", rows, row -> SqlNumeric.of(row.remaining()))
                .column("text", rows, Reservation::reason)
                .column("text", rows, Reservation::text)
                .column("bigint", rows, Reservation::limitVersion)
                .column("numeric", rows, row -> number(row.referencePrice()));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private <R> Columns column(String type, Collection<R> rows, Function<R, @Nullable Object> value)
            throws SQLException {
        bound++;
        Object[] values = rows.stream().map(value).toArray();
        statement.setArray(bound, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
