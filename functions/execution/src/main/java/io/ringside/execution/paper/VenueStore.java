package io.ringside.execution.paper;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.SqlNumeric;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tables {@code venue.working_order} and {@code venue.liquidity}. A batch is one statement per table and direction. */
@Singleton
final class VenueStore {
    /** Orders that the batch names, and resting orders that one of its quotes could fill. */
    private static final String SELECT_ORDERS = """
            select w.* from venue.working_order w where w.order_id = any(?)
            union
            select w.*
            from unnest(?::text[], ?::numeric[], ?::numeric[]) as q (instrument, ask_min, bid_max)
            join venue.working_order w on w.instrument = q.instrument and w.state = 'WORKING'
            where w.limit_price is null
               or (w.side = 'BUY' and w.limit_price >= q.ask_min)
               or (w.side = 'SELL' and w.limit_price <= q.bid_max)
            """;

    private static final String SELECT_DISPLAYED = """
            select instrument, quote_sequence, bid_taken, ask_taken from venue.liquidity where instrument = any(?)
            """;

    private static final String UPSERT_ORDERS = """
            insert into venue.working_order (order_id, client_order_id, account, trader, instrument, side, order_type,
                time_in_force, quantity, leaves, limit_price, arrival, state)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::numeric[], ?::numeric[], ?::numeric[], ?::bigint[], ?::text[])
            on conflict (order_id) do update set leaves = excluded.leaves, state = excluded.state
            """;

    private static final String UPSERT_DISPLAYED = """
            insert into venue.liquidity (instrument, quote_sequence, bid_taken, ask_taken)
            select * from unnest(?::text[], ?::bigint[], ?::numeric[], ?::numeric[])
            on conflict (instrument) do update set
                quote_sequence = excluded.quote_sequence, bid_taken = excluded.bid_taken, ask_taken = excluded.ask_taken
            """;

    private final JdbcOperations database;

    VenueStore(JdbcOperations database) {
        this.database = database;
    }

    /** Fills the books with the orders named and those within reach, and with what was already taken. */
    void restore(Map<String, VenueBook> books, Set<UUID> orderIds, Map<String, Reach> reaches) {
        List<Map.Entry<String, Reach>> quoted = List.copyOf(reaches.entrySet());
        database.prepareStatement(SELECT_ORDERS, statement -> {
            set(statement, 1, "uuid", orderIds, id -> id);
            set(statement, 2, "text", quoted, Map.Entry::getKey);
            set(
                    statement,
                    3,
                    "numeric",
                    quoted,
                    reach -> numeric(reach.getValue().askMin()));
            set(
                    statement,
                    4,
                    "numeric",
                    quoted,
                    reach -> numeric(reach.getValue().bidMax()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String instrument = rows.getString("instrument");
                    VenueBook book = books.get(instrument);
                    if (book != null) { // An order id may name an order of an instrument that is not in the batch.
                        book.restore(order(rows, book.instrument()));
                    }
                }
                return books;
            }
        });
    }

    /** What was already taken of each instrument's newest quote. */
    Map<String, Displayed> displayed(Map<String, Instrument> instruments) {
        return database.prepareStatement(SELECT_DISPLAYED, statement -> {
            set(statement, 1, "text", instruments.keySet(), id -> id);
            Map<String, Displayed> found = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString("instrument");
                    int scale = Objects.requireNonNull(instruments.get(id)).quantityScale();
                    found.put(
                            id,
                            new Displayed(
                                    rows.getLong("quote_sequence"),
                                    SqlNumeric.quantity(rows.getBigDecimal("bid_taken"), scale),
                                    SqlNumeric.quantity(rows.getBigDecimal("ask_taken"), scale)));
                }
            }
            return found;
        });
    }

    /** Writes what changed in these books. */
    void save(Collection<VenueBook> books) {
        List<WorkingOrder> orders =
                books.stream().flatMap(book -> book.changed().stream()).toList();
        if (!orders.isEmpty()) {
            saveOrders(orders);
        }
        List<VenueBook> touched =
                books.stream().filter(VenueBook::isDisplayedChanged).toList();
        if (!touched.isEmpty()) {
            saveDisplayed(touched);
        }
    }

    private void saveOrders(List<WorkingOrder> orders) {
        database.prepareStatement(UPSERT_ORDERS, statement -> {
            set(
                    statement,
                    1,
                    "uuid",
                    orders,
                    order -> UUID.fromString(order.ticket().orderId()));
            set(statement, 2, "text", orders, order -> order.ticket().clientOrderId());
            set(statement, 3, "text", orders, order -> order.ticket().account());
            set(statement, 4, "text", orders, order -> order.ticket().user());
            set(statement, 5, "text", orders, order -> order.ticket().instrument());
            set(statement, 6, "text", orders, order -> order.side().name());
            set(statement, 7, "text", orders, order -> (order.limit() == null ? OrderType.MARKET : OrderType.LIMIT)
                    .name());
            set(statement, 8, "text", orders, order -> order.timeInForce().name());
            set(statement, 9, "numeric", orders, order -> SqlNumeric.of(order.quantity()));
            set(statement, 10, "numeric", orders, order -> SqlNumeric.of(order.leaves()));
            set(statement, 11, "numeric", orders, order -> numeric(order.limit()));
            set(statement, 12, "bigint", orders, WorkingOrder::arrival);
            set(statement, 13, "text", orders, order -> order.state().name());
            return statement.executeUpdate();
        });
    }

    private void saveDisplayed(List<VenueBook> books) {
        database.prepareStatement(UPSERT_DISPLAYED, statement -> {
            set(statement, 1, "text", books, book -> book.instrument().id());
            set(statement, 2, "bigint", books, book -> book.displayed().quoteSequence());
            set(
                    statement,
                    3,
                    "numeric",
                    books,
                    book -> SqlNumeric.of(book.displayed().bidTaken()));
            set(
                    statement,
                    4,
                    "numeric",
                    books,
                    book -> SqlNumeric.of(book.displayed().askTaken()));
            return statement.executeUpdate();
        });
    }

    private static WorkingOrder order(ResultSet row, Instrument instrument) throws SQLException {
        BigDecimal limit = row.getBigDecimal("limit_price");
        return new WorkingOrder(
                new WorkingOrder.Ticket(
                        row.getString("order_id"),
                        row.getString("client_order_id"),
                        row.getString("account"),
                        row.getString("trader"),
                        instrument.id()),
                Side.valueOf(row.getString("side")),
                TimeInForce.valueOf(row.getString("time_in_force")),
                SqlNumeric.quantity(row.getBigDecimal("quantity"), instrument.quantityScale()),
                SqlNumeric.quantity(row.getBigDecimal("leaves"), instrument.quantityScale()),
                limit == null ? null : SqlNumeric.price(limit, instrument.priceScale()),
                row.getLong("arrival"),
                WorkingOrder.State.valueOf(row.getString("state")));
    }

    private static @Nullable BigDecimal numeric(@Nullable Price price) {
        return price == null ? null : SqlNumeric.of(price);
    }

    private static <T> void set(
            PreparedStatement statement,
            int index,
            String type,
            Collection<T> rows,
            Function<T, @Nullable Object> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
