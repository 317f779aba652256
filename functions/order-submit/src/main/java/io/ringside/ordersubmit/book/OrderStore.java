package io.ringside.ordersubmit.book;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.contracts.CommandKey;
import io.ringside.contracts.order.OrderState;
import io.ringside.reference.ReferenceData;
import io.ringside.runtime.sql.Columns;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.order.Order;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Orders in PostgreSQL: one statement to read and one to write, whatever the size of the batch. */
@Singleton
public class OrderStore {
    static final String COLUMNS = """
            order_id, account, client_order_id, trader, instrument, side, order_type, time_in_force, quantity,
            limit_price, expires_at, status, filled, filled_value, cancel_id, canceller, reason, reason_text, version,
            created_at, updated_at, amend_id, amender, amend_quantity, amend_limit_price
            """;

    /** {@code pending_amends} is the index of these. */
    private static final String AWAITS = """
            select exists (
                select from orders.orders where account = ? and amend_id = ? and amend_quantity is not null)
            """;

    /** One look into the index for each order, whatever the planner knows of a table that grows fast. */
    private static final String LOAD = """
            select o.*
            from unnest(?::text[], ?::text[]) as wanted (account, client_order_id)
            cross join lateral (
                select %s
                from orders.orders
                where account = wanted.account and client_order_id = wanted.client_order_id
                limit 1
            ) o
            """.formatted(COLUMNS);

    /** A version that is not newer is no change: it stays as it is. */
    private static final String SAVE = """
            insert into orders.orders as o (order_id, account, client_order_id, trader, instrument, side, order_type,
                   time_in_force, quantity, limit_price, expires_at, status, filled, filled_value, cancel_id,
                   canceller, reason, reason_text, version, created_at, updated_at, amend_id, amender,
                   amend_quantity, amend_limit_price)
            select order_id::uuid, account, client_order_id, trader, instrument, side, order_type,
                   time_in_force, quantity::numeric, limit_price::numeric, expires_at::timestamptz, status,
                   filled::numeric, filled_value::numeric, cancel_id, canceller, reason, reason_text, version::bigint,
                   created_at::timestamptz, updated_at::timestamptz, amend_id, amender, amend_quantity::numeric,
                   amend_limit_price::numeric
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[])
                as t (order_id, account, client_order_id, trader, instrument, side, order_type, time_in_force, quantity,
                      limit_price, expires_at, status, filled, filled_value, cancel_id, canceller, reason, reason_text,
                      version, created_at, updated_at, amend_id, amender, amend_quantity, amend_limit_price)
            on conflict (order_id) do update
            set quantity = excluded.quantity, limit_price = excluded.limit_price, status = excluded.status,
                filled = excluded.filled, filled_value = excluded.filled_value, cancel_id = excluded.cancel_id,
                canceller = excluded.canceller, amend_id = excluded.amend_id, amender = excluded.amender,
                amend_quantity = excluded.amend_quantity, amend_limit_price = excluded.amend_limit_price,
                reason = excluded.reason, reason_text = excluded.reason_text, version = excluded.version,
                updated_at = excluded.updated_at
            where o.version < excluded.version
            """;

    private final JdbcOperations jdbc;
    private final ReferenceData reference;

    OrderStore(JdbcOperations jdbc, ReferenceData reference) {
        this.jdbc = jdbc;
        this.reference = reference;
    }

    /** The orders with these ids, as far as there are any. */
    public Map<CommandKey, Order> load(Collection<CommandKey> keys, InstrumentTable instruments) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return jdbc.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(LOAD)) {
                Columns.of(statement).column("text", keys, CommandKey::account).column("text", keys, CommandKey::id);
                Map<CommandKey, Order> found = new HashMap<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        OrderRows.order(rows, id -> instrument(id, instruments))
                                .ifPresent(order -> found.put(OrderRows.key(order), order));
                    }
                }
                return found;
            }
        });
    }

    /** Whether an amend of this id waits for a venue's answer. */
    public boolean awaits(CommandKey amend) {
        return jdbc.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(AWAITS)) {
                statement.setString(1, amend.account());
                statement.setString(2, amend.id());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    /** An order that another instance accepted may be in an instrument that was listed a moment ago. */
    Instrument instrument(String id, InstrumentTable instruments) {
        return instruments
                .find(id)
                .orElseGet(() -> reference.instrumentsWith(List.of(id)).require(id));
    }

    /** Writes orders at their newest version, and of the malformed ones those that a row can hold. */
    public void save(Collection<Order> orders, Collection<OrderState> malformed) {
        List<OrderRows.Row> rows = Stream.concat(
                        orders.stream().map(OrderRows.Row::of),
                        malformed.stream().flatMap(state -> OrderRows.Row.of(state).stream()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
                OrderRows.bind(statement, rows);
                return statement.executeUpdate();
            }
        });
    }
}
