package io.ringside.gateway.order;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads {@code orders.orders}, the newest first. */
@Singleton
class OrderStore {
    private static final String PAGE = """
        select o.order_id, o.client_order_id, o.account, o.trader, o.instrument, o.side, o.order_type,
               o.time_in_force, o.quantity, o.limit_price, o.status, o.filled, o.filled_value, o.cancel_id,
               o.reason, o.reason_text, o.version, o.updated_at, i.quantity_scale, i.price_scale, o.expires_at,
               o.amend_id, o.amend_quantity, o.amend_limit_price
        from orders.orders o left join reference.instrument i on i.id = o.instrument
        where o.account = any (?) and (?::uuid is null or o.order_id < ?::uuid)
          and (? or o.status in ('NEW', 'PARTIALLY_FILLED', 'PENDING_CANCEL', 'PENDING_REPLACE'))
        order by o.order_id desc limit ?\
        """;
    /** Decimals that an average price has more than a price. */
    private static final int AVERAGE_DECIMALS_EXTRA = 2;

    private static final Set<OrderStatus> ENDED =
            Set.of(OrderStatus.FILLED, OrderStatus.CANCELLED, OrderStatus.EXPIRED, OrderStatus.REJECTED);

    private final JdbcOperations jdbc;

    OrderStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of orders.
     *
     * @param before only orders older than this one
     * @param all whether ended ones are wanted too
     */
    @Transactional(readOnly = true)
    List<OrderState> page(List<String> accounts, @Nullable UUID before, boolean all, int limit) {
        return jdbc.prepareStatement(PAGE, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", accounts.toArray()));
            statement.setObject(2, before);
            statement.setObject(3, before);
            statement.setBoolean(4, all);
            statement.setInt(5, limit);
            List<OrderState> orders = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    orders.add(state(rows));
                }
            }
            return orders;
        });
    }

    private static OrderState state(ResultSet row) throws SQLException {
        OrderStatus status = OrderStatus.valueOf(row.getString(11));
        BigDecimal quantity = row.getBigDecimal(9);
        BigDecimal filled = row.getBigDecimal(12);
        BigDecimal leaves = ENDED.contains(status) ? BigDecimal.ZERO : quantity.subtract(filled);
        Integer quantityScale = row.getObject(19, Integer.class);
        Integer priceScale = row.getObject(20, Integer.class);
        return new OrderState(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Side.valueOf(row.getString(6)),
                OrderType.valueOf(row.getString(7)),
                TimeInForce.valueOf(row.getString(8)),
                text(quantity, quantityScale),
                row.getBigDecimal(10) == null ? null : text(row.getBigDecimal(10), priceScale),
                row.getTimestamp(21) == null ? null : row.getTimestamp(21).toInstant(),
                status,
                text(filled, quantityScale),
                text(leaves, quantityScale),
                average(row.getBigDecimal(13), filled, priceScale),
                null,
                null,
                null,
                row.getString(14),
                row.getString(22),
                pendingTerms(row, quantityScale, priceScale),
                row.getString(15),
                row.getString(16),
                row.getLong(17),
                row.getTimestamp(18).toInstant());
    }

    private static OrderState.@Nullable PendingTerms pendingTerms(
            ResultSet row, @Nullable Integer quantityScale, @Nullable Integer priceScale) throws SQLException {
        BigDecimal quantity = row.getBigDecimal(23);
        return quantity == null
                ? null
                : new OrderState.PendingTerms(text(quantity, quantityScale), text(row.getBigDecimal(24), priceScale));
    }

    /** In the decimals of the instrument; a rejected order may have more, or name no instrument at all. */
    private static String text(BigDecimal number, @Nullable Integer scale) {
        if (scale == null || number.stripTrailingZeros().scale() > scale) {
            return number.toPlainString();
        }
        return number.setScale(scale).toPlainString();
    }

    private static @Nullable String average(BigDecimal value, BigDecimal filled, @Nullable Integer priceScale) {
        if (filled.signum() == 0 || priceScale == null) {
            return null;
        }
        return value.divide(filled, priceScale + AVERAGE_DECIMALS_EXTRA, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
