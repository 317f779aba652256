package io.ringside.position.held;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.position.held.HeldPosition.Key;
import io.ringside.runtime.sql.Columns;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.SqlNumeric;
import io.ringside.trading.position.Position;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables {@code position.position} and {@code position.trade}. A batch is one statement per table and direction. */
@Singleton
public final class PositionStore {
    private static final String COLUMNS =
            "p.account, p.instrument, p.quantity, p.cost, p.realised, p.version, p.updated_at";

    /** One look into the key for each, whatever the planner knows of a table that grows fast. */
    private static final String SELECT_NAMED = "select " + COLUMNS + """
             from unnest(?::text[], ?::text[]) as k (account, instrument)
            cross join lateral (
                select * from position.position where account = k.account and instrument = k.instrument limit 1) p
            """;

    private static final String SELECT_ACCOUNT = "select " + COLUMNS + """
             from position.position p where p.account = ? order by p.instrument limit ?
            """;

    private static final String SELECT_ALL = "select " + COLUMNS + " from position.position p";

    private static final String UPSERT_POSITIONS = """
            insert into position.position
                (account, instrument, quantity, average_price, cost, realised, version, updated_at)
            select * from unnest(?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[],
                ?::bigint[], ?::timestamptz[])
            on conflict (account, instrument) do update set
                quantity = excluded.quantity, average_price = excluded.average_price, cost = excluded.cost,
                realised = excluded.realised, version = excluded.version, updated_at = excluded.updated_at
            """;

    private static final String INSERT_TRADES = """
            insert into position.trade
                (execution_id, order_id, account, instrument, side, quantity, price, venue, booked_at)
            select * from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[],
                ?::text[], ?::timestamptz[])
            """;

    private final JdbcOperations database;

    PositionStore(JdbcOperations database) {
        this.database = database;
    }

    /** Those of the named positions that exist. */
    public List<HeldPosition> find(Collection<Key> keys, InstrumentTable instruments) {
        return read(SELECT_NAMED, instruments, statement -> Columns.of(statement)
                .column("text", keys, Key::account)
                .column("text", keys, Key::instrument));
    }

    /** The account's positions by instrument, flat ones too, at most so many. */
    public List<HeldPosition> ofAccount(String account, int most, InstrumentTable instruments) {
        return read(SELECT_ACCOUNT, instruments, statement -> {
            statement.setString(1, account);
            statement.setInt(2, most);
        });
    }

    /** Every position of every account. */
    public List<HeldPosition> all(InstrumentTable instruments) {
        return read(SELECT_ALL, instruments, statement -> {});
    }

    /** Writes positions as they are now, and the trades that made them so. */
    public void save(Collection<HeldPosition> positions, Collection<Trade> trades) {
        database.execute(connection -> {
            savePositions(connection, positions);
            saveTrades(connection, trades);
            return trades;
        });
    }

    private static void savePositions(Connection connection, Collection<HeldPosition> positions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPSERT_POSITIONS)) {
            Columns.of(statement)
                    .column("text", positions, held -> held.key().account())
                    .column("text", positions, held -> held.key().instrument())
                    .column(
                            "numeric",
                            positions,
                            held -> SqlNumeric.of(held.position().quantity()))
                    .column("numeric", positions, PositionStore::averagePrice)
                    .column(
                            "numeric",
                            positions,
                            held -> SqlNumeric.of(held.position().cost()))
                    .column(
                            "numeric",
                            positions,
                            held -> SqlNumeric.of(held.position().realised()))
                    .column("bigint", positions, HeldPosition::version)
                    .column("timestamptz", positions, HeldPosition::updatedAt);
            statement.executeUpdate();
        }
    }

    private static void saveTrades(Connection connection, Collection<Trade> trades) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_TRADES)) {
            Columns.of(statement)
                    .column("text", trades, Trade::executionId)
                    .column("uuid", trades, Trade::orderId)
                    .column("text", trades, trade -> trade.key().account())
                    .column("text", trades, trade -> trade.key().instrument())
                    .column("text", trades, trade -> trade.side().name())
                    .column("numeric", trades, trade -> SqlNumeric.of(trade.quantity()))
                    .column("numeric", trades, trade -> SqlNumeric.of(trade.price()))
                    .column("text", trades, Trade::venue)
                    .column("timestamptz", trades, Trade::at);
            statement.executeUpdate();
        }
    }

    private List<HeldPosition> read(String sql, InstrumentTable instruments, Parameters parameters) {
        return database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                List<HeldPosition> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(held(rows, instruments.require(rows.getString("instrument"))));
                    }
                }
                return found;
            }
        });
    }

    private static HeldPosition held(ResultSet row, Instrument instrument) throws SQLException {
        var position = new Position(
                SqlNumeric.quantity(row.getBigDecimal("quantity"), instrument.quantityScale()),
                SqlNumeric.value(row.getBigDecimal("cost"), instrument.valueScale()),
                SqlNumeric.value(row.getBigDecimal("realised"), instrument.valueScale()));
        return new HeldPosition(
                new Key(row.getString("account"), instrument.id()),
                instrument,
                position,
                row.getLong("version"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable BigDecimal averagePrice(HeldPosition held) {
        Price average = held.position().averagePrice(held.instrument()).orElse(null);
        return average == null ? null : SqlNumeric.of(average);
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
