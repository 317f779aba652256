package io.ringside.ordersubmit.book;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.runtime.sql.Columns;
import io.ringside.runtime.sql.SqlTime;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.Parsed;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.money.SqlNumeric;
import io.ringside.trading.order.AmendRequest;
import io.ringside.trading.order.CancelRequest;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderTerms;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of {@code orders.orders} as orders and back; numbers and times are bound as their exact text. */
final class OrderRows {
    /** Decimals that a number of a refused order may have to be kept. */
    private static final int KEPT_DECIMALS_MAX = 18;

    private static final List<Function<Row, @Nullable Object>> COLUMNS = List.of(
            row -> row.state.orderId(),
            row -> row.state.account(),
            row -> row.state.clientOrderId(),
            row -> row.state.user(),
            row -> row.state.instrument(),
            row -> row.state.side().name(),
            row -> row.state.orderType().name(),
            row -> row.state.timeInForce().name(),
            row -> row.state.quantity(),
            row -> row.limitPrice,
            row -> row.expiresAt(),
            row -> row.state.status().name(),
            row -> row.state.filled(),
            row -> row.filledValue,
            row -> row.state.cancelId(),
            row -> row.cancel == null ? null : row.cancel.user(),
            row -> row.state.reason(),
            row -> row.state.text(),
            row -> Long.toString(row.state.version()),
            row -> row.createdAt.toString(),
            row -> row.state.at().toString(),
            row -> row.state.amendId(),
            row -> row.amend == null ? null : row.amend.user(),
            row -> row.pending(OrderState.PendingTerms::quantity),
            row -> row.pending(OrderState.PendingTerms::limitPrice));

    private OrderRows() {}

    /** What is written of an order. */
    record Row(
            OrderState state,
            @Nullable String limitPrice,
            String filledValue,
            @Nullable CancelRequest cancel,
            @Nullable AmendRequest amend,
            Instant createdAt) {
        static Row of(Order order) {
            OrderState state = order.state(null);
            return new Row(
                    state,
                    state.limitPrice(),
                    order.filledValue().text(),
                    order.cancel(),
                    order.amend(),
                    order.createdAt());
        }

        /** A refused order is kept if its quantity is one; a price that is none is left out. */
        static Optional<Row> of(OrderState malformed) {
            return positive(malformed.quantity())
                    ? Optional.of(new Row(malformed, price(malformed.limitPrice()), "0", null, null, malformed.at()))
                    : Optional.empty();
        }

        private @Nullable String expiresAt() {
            Instant end = state.expiresAt();
            return end == null ? null : end.toString();
        }

        private @Nullable String pending(Function<OrderState.PendingTerms, String> part) {
            OrderState.PendingTerms pending = state.pendingTerms();
            return pending == null ? null : part.apply(pending);
        }

        private static boolean positive(String text) {
            return Quantity.read(text, KEPT_DECIMALS_MAX) instanceof Parsed.Value<Quantity> read
                    && read.value().isPositive();
        }

        private static @Nullable String price(@Nullable String text) {
            return text != null && Quantity.read(text, KEPT_DECIMALS_MAX) instanceof Parsed.Value<Quantity>
                    ? text
                    : null;
        }
    }

    static void bind(PreparedStatement statement, List<Row> rows) throws SQLException {
        Columns columns = Columns.of(statement);
        for (Function<Row, @Nullable Object> column : COLUMNS) {
            columns.column("text", rows, column);
        }
    }

    static CommandKey key(Order order) {
        return new CommandKey(order.terms().account(), order.terms().clientOrderId());
    }

    /** The order of a row, unless it was refused for numbers that its instrument cannot have. */
    static Optional<Order> order(ResultSet row, Function<String, Instrument> instruments) throws SQLException {
        OrderStatus status = OrderStatus.valueOf(row.getString("status"));
        if (status == OrderStatus.REJECTED) {
            return Optional.empty();
        }
        Instrument instrument = instruments.apply(row.getString("instrument"));
        OrderTerms terms = terms(row, instrument);
        String reason = row.getString("reason");
        return Optional.of(new Order(
                terms,
                status,
                SqlNumeric.quantity(row.getBigDecimal("filled"), instrument.quantityScale()),
                SqlNumeric.value(row.getBigDecimal("filled_value"), instrument.turnoverScale()),
                cancel(row, terms.user()),
                amend(row, instrument),
                reason == null ? null : RejectReason.valueOf(reason),
                row.getString("reason_text"),
                row.getLong("version"),
                SqlTime.instant(row, "created_at"),
                SqlTime.instant(row, "updated_at")));
    }

    private static OrderTerms terms(ResultSet row, Instrument instrument) throws SQLException {
        BigDecimal limit = row.getBigDecimal("limit_price");
        return new OrderTerms(
                row.getString("order_id"),
                row.getString("client_order_id"),
                row.getString("account"),
                row.getString("trader"),
                instrument.id(),
                Side.valueOf(row.getString("side")),
                OrderType.valueOf(row.getString("order_type")),
                TimeInForce.valueOf(row.getString("time_in_force")),
                SqlNumeric.quantity(row.getBigDecimal("quantity"), instrument.quantityScale()),
                limit == null ? null : SqlNumeric.price(limit, instrument.priceScale()),
                SqlTime.optional(row, "expires_at"),
                instrument.priceScale());
    }

    private static @Nullable AmendRequest amend(ResultSet row, Instrument instrument) throws SQLException {
        String id = row.getString("amend_id");
        BigDecimal quantity = row.getBigDecimal("amend_quantity");
        return id == null
                ? null
                : new AmendRequest(
                        id,
                        row.getString("amender"),
                        quantity == null
                                ? null
                                : new AmendRequest.Terms(
                                        SqlNumeric.quantity(quantity, instrument.quantityScale()),
                                        SqlNumeric.price(
                                                row.getBigDecimal("amend_limit_price"), instrument.priceScale())));
    }

    /** Before cancellers were kept, a cancel had no user: the order's trader is told of it. */
    private static @Nullable CancelRequest cancel(ResultSet row, String trader) throws SQLException {
        String id = row.getString("cancel_id");
        return id == null
                ? null
                : new CancelRequest(id, Objects.requireNonNullElse(row.getString("canceller"), trader));
    }
}
