package io.ringside.execution.paper;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.execution.book.WorkingOrder;
import io.ringside.runtime.sql.Columns;
import io.ringside.runtime.sql.SqlTime;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.SqlNumeric;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Table {@code venue.working_order}. */
@Singleton
final class OrderTable {
    /**
     * Orders that the batch names, of the resting orders that one of its quotes could fill the first in priority, and
     * those whose day is over. The first branch is one look into the key for each id, whatever the planner knows of a
     * table that grows fast; the others read from the end of an index ({@code resting_orders}, {@code ending_orders}),
     * so that orders beyond reach cost nothing, however many rest.
     */
    private static final String SELECT = """
            with q as materialized (
                select * from unnest(?::text[], ?::numeric[], ?::numeric[], ?::timestamptz[])
                    as q (instrument, ask_min, bid_max, end_max))
            select w.* from unnest(?::uuid[]) as named (order_id)
            cross join lateral (select * from venue.working_order where order_id = named.order_id limit 1) w
            union
            select w.* from q cross join lateral (
                select * from venue.working_order b where b.instrument = q.instrument and b.state = 'WORKING'
                    and b.side = 'BUY' and b.limit_price >= q.ask_min
                order by b.limit_price desc fetch first (?) rows with ties) w
            union
            select w.* from q cross join lateral (
                select * from venue.working_order s where s.instrument = q.instrument and s.state = 'WORKING'
                    and s.side = 'SELL' and s.limit_price <= q.bid_max
                order by s.limit_price fetch first (?) rows with ties) w
            union
            select w.* from q cross join unnest(array['BUY', 'SELL']) as either (side) cross join lateral (
                select * from venue.working_order m where m.instrument = q.instrument and m.state = 'WORKING'
                    and m.side = either.side and m.limit_price is null
                order by m.arrival fetch first (?) rows only) w
            union
            select w.* from q cross join lateral (
                select * from venue.working_order e where e.instrument = q.instrument and e.state = 'WORKING'
                    and e.expires_at <= q.end_max
                order by e.expires_at, e.arrival fetch first (?) rows only) w
            """;

    private static final String UPSERT = """
            insert into venue.working_order (order_id, client_order_id, account, trader, instrument, side, order_type,
                time_in_force, quantity, leaves, limit_price, expires_at, arrival, state)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::numeric[], ?::numeric[], ?::numeric[], ?::timestamptz[], ?::bigint[], ?::text[])
            on conflict (order_id) do update set quantity = excluded.quantity, leaves = excluded.leaves,
                limit_price = excluded.limit_price, arrival = excluded.arrival, state = excluded.state
            """;

    private final JdbcOperations database;

    OrderTable(JdbcOperations database) {
        this.database = database;
    }

    /**
     * Orders of these instruments with these ids or within these reaches.
     *
     * @param most how many of each queue the batch can look at; those behind them stay unread
     */
    List<WorkingOrder> find(
            Map<String, Instrument> instruments, Set<UUID> orderIds, Map<String, Reach> reaches, long most) {
        List<Map.Entry<String, Reach>> quoted = List.copyOf(reaches.entrySet());
        return database.prepareStatement(SELECT, statement -> {
            Columns.of(statement)
                    .column("text", quoted, Map.Entry::getKey)
                    .column("numeric", quoted, reach -> numeric(reach.getValue().askMin()))
                    .column("numeric", quoted, reach -> numeric(reach.getValue().bidMax()))
                    .column("timestamptz", quoted, reach -> reach.getValue().endMax())
                    .column("uuid", orderIds, id -> id);
            for (int queue = 6; queue <= 9; queue++) {
                statement.setLong(queue, most);
            }
            List<WorkingOrder> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Instrument instrument = instruments.get(rows.getString("instrument"));
                    if (instrument != null) { // An id may be that of an order in another instrument.
                        found.add(order(rows, instrument));
                    }
                }
            }
            return found;
        });
    }

    /** Writes new orders whole, and what is left of known ones. */
    void save(List<WorkingOrder> orders) {
        database.prepareStatement(UPSERT, statement -> {
            Columns.of(statement)
                    .column(
                            "uuid",
                            orders,
                            order -> UUID.fromString(order.ticket().orderId()))
                    .column("text", orders, order -> order.ticket().clientOrderId())
                    .column("text", orders, order -> order.ticket().account())
                    .column("text", orders, order -> order.ticket().user())
                    .column("text", orders, order -> order.ticket().instrument())
                    .column("text", orders, order -> order.side().name())
                    .column("text", orders, order -> type(order).name())
                    .column("text", orders, order -> order.timeInForce().name())
                    .column("numeric", orders, order -> SqlNumeric.of(order.quantity()))
                    .column("numeric", orders, order -> SqlNumeric.of(order.leaves()))
                    .column("numeric", orders, order -> numeric(order.limit()))
                    .column("timestamptz", orders, WorkingOrder::expiresAt)
                    .column("bigint", orders, WorkingOrder::arrival)
                    .column("text", orders, order -> order.state().name());
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
                SqlTime.optional(row, "expires_at"),
                row.getLong("arrival"),
                WorkingOrder.State.valueOf(row.getString("state")));
    }

    private static OrderType type(WorkingOrder order) {
        return order.limit() == null ? OrderType.MARKET : OrderType.LIMIT;
    }

    private static @Nullable BigDecimal numeric(@Nullable Price price) {
        return price == null ? null : SqlNumeric.of(price);
    }
}
