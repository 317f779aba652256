package io.ringside.ordersubmit.book;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.ordersubmit.desk.OpenOrders;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.order.Order;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What an account has open, for commands that name no single order. */
@Singleton
public class OpenOrderTable {
    /** {@code open_orders} is the index of these. */
    private static final String MATCHING = """
            from orders.orders
            where account = ? and status in ('NEW', 'PARTIALLY_FILLED', 'PENDING_CANCEL', 'PENDING_REPLACE')
              and coalesce(?, instrument) = instrument and coalesce(?, side) = side and client_order_id <> all (?)
            """;

    private static final String FIRST =
            "select " + OrderStore.COLUMNS + MATCHING + " and status <> 'PENDING_CANCEL' order by order_id limit ?";
    private static final String COUNTS = """
            select count(*) filter (where status <> 'PENDING_CANCEL'), count(*) filter (where status = 'PENDING_CANCEL')
            """ + MATCHING;

    private final JdbcOperations jdbc;
    private final OrderStore store;

    OpenOrderTable(JdbcOperations jdbc, OrderStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * The open orders that a command is about.
     *
     * @param without ids of orders that the caller knows better
     */
    public OpenOrders find(CancelOrders command, Collection<String> without, InstrumentTable instruments) {
        return jdbc.execute(connection -> {
            List<Order> first = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(FIRST)) {
                bind(statement, command, without);
                statement.setInt(5, CancelOrders.ORDERS_MAX);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        OrderRows.order(rows, id -> store.instrument(id, instruments))
                                .ifPresent(first::add);
                    }
                }
            }
            try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
                bind(statement, command, without);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return new OpenOrders(first, row.getInt(1), row.getInt(2));
                }
            }
        });
    }

    private static void bind(PreparedStatement statement, CancelOrders command, Collection<String> without)
            throws SQLException {
        statement.setString(1, command.account());
        statement.setString(2, command.instrument());
        statement.setString(3, command.side() == null ? null : command.side().name());
        statement.setArray(4, statement.getConnection().createArrayOf("text", without.toArray()));
    }
}
