package io.ringside.ordersubmit.desk;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.order.OrderState;
import io.ringside.trading.order.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one batch, as each message leaves them for the next. Refused orders that cannot be read in the terms
 * of their instrument are told and remembered, but are no orders that a later message could name.
 */
public final class OrderTable {
    private final Map<CommandKey, Order> orders;
    private final Map<CommandKey, Order> changed = new LinkedHashMap<>();
    private final List<OrderState> malformed = new ArrayList<>();

    /** @param known the orders that the batch names, as far as there are any */
    public OrderTable(Map<CommandKey, Order> known) {
        this.orders = new HashMap<>(known);
    }

    /** Whether an order that the batch knows is named so. */
    public boolean has(CommandKey key) {
        return orders.containsKey(key);
    }

    /** Orders as the batch leaves them. */
    public Collection<Order> changed() {
        return changed.values();
    }

    /** Refused orders whose numbers may be no numbers. */
    public List<OrderState> malformed() {
        return malformed;
    }

    @Nullable
    Order find(CommandKey key) {
        return orders.get(key);
    }

    Order require(String account, String clientOrderId) {
        return Optional.ofNullable(orders.get(new CommandKey(account, clientOrderId)))
                .orElseThrow(() -> new IllegalStateException("there is no order " + account + '/' + clientOrderId));
    }

    Order keep(Order order) {
        CommandKey key = new CommandKey(order.terms().account(), order.terms().clientOrderId());
        orders.put(key, order);
        changed.put(key, order);
        return order;
    }

    void keepMalformed(OrderState state) {
        malformed.add(state);
    }
}
