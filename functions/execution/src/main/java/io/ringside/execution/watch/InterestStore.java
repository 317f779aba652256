package io.ringside.execution.watch;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.execution.watch.Interest.Ending;
import io.ringside.runtime.sql.Columns;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.SqlNumeric;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what resting orders wait for, best prices and first end; each comes from the end of an index. */
@Singleton
final class InterestStore {
    private static final String SELECT = """
            select i.instrument,
                (select max(limit_price) from venue.working_order w
                 where w.instrument = i.instrument and w.side = 'BUY' and w.state = 'WORKING') as best_buy,
                (select min(limit_price) from venue.working_order w
                 where w.instrument = i.instrument and w.side = 'SELL' and w.state = 'WORKING') as best_sell,
                exists (select from venue.working_order w where w.instrument = i.instrument and w.side = 'BUY'
                    and w.state = 'WORKING' and w.limit_price is null) as any_price_buys,
                exists (select from venue.working_order w where w.instrument = i.instrument and w.side = 'SELL'
                    and w.state = 'WORKING' and w.limit_price is null) as any_price_sells,
                ending.expires_at, ending.arrival, coalesce(l.quote_sequence, -9223372036854775808) as matched_up_to
            from unnest(?::text[]) as i (instrument)
            left join venue.liquidity l on l.instrument = i.instrument
            left join lateral (
                select w.expires_at, w.arrival from venue.working_order w
                where w.instrument = i.instrument and w.state = 'WORKING' and w.expires_at is not null
                order by w.expires_at, w.arrival limit 1) ending on true
            """;

    private final JdbcOperations database;

    InterestStore(JdbcOperations database) {
        this.database = database;
    }

    Map<String, Interest> read(Map<String, Instrument> instruments) {
        return database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
                Columns.of(statement).column("text", instruments.keySet(), id -> id);
                Map<String, Interest> found = new HashMap<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        String id = rows.getString("instrument");
                        found.put(
                                id,
                                interest(
                                        rows,
                                        Objects.requireNonNull(instruments.get(id))
                                                .priceScale()));
                    }
                }
                return found;
            }
        });
    }

    private static Interest interest(ResultSet row, int priceScale) throws SQLException {
        return new Interest(
                price(row.getBigDecimal("best_buy"), priceScale),
                price(row.getBigDecimal("best_sell"), priceScale),
                row.getBoolean("any_price_buys"),
                row.getBoolean("any_price_sells"),
                ending(row),
                row.getLong("matched_up_to"));
    }

    private static @Nullable Ending ending(ResultSet row) throws SQLException {
        Timestamp end = row.getTimestamp("expires_at");
        return end == null ? null : new Ending(end.toInstant(), row.getLong("arrival"));
    }

    private static @Nullable Price price(@Nullable BigDecimal numeric, int scale) {
        return numeric == null ? null : SqlNumeric.price(numeric, scale);
    }
}
