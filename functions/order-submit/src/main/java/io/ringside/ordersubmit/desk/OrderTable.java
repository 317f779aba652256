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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Whether an amend of this id waits for a venue's answer, as far as the batch knows. */
    public boolean awaits(CommandKey amend) {
        return orders.values().stream()
                .filter(order -> order.pendingTerms().isPresent())
                .map(order -> new CommandKey(
                        order.terms().account(),
                        Objects.requireNonNull(order.amend()).clientOrderId()))
                .anyMatch(amend::equals);
    }

    /** Ids of the account's orders that the batch knows. */
    public List<String> idsOf(String account) {
        return orders.keySet().stream()
                .filter(key -> key.account().equals(account))
                .map(CommandKey::id)
                .toList();
    }

    Stream<Order> openOf(String account) {
        return orders.values().stream().filter(order -> order.terms().account().equals(account) && !order.isFinal());
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
