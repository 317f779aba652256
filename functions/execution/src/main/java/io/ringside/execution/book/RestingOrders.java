package io.ringside.execution.book;

import io.ringside.contracts.Side;
import java.util.Optional;
import java.util.TreeSet;

/** The working orders of one instrument in the order in which they are served: by price, then time. */
final class RestingOrders {
    private final TreeSet<WorkingOrder> buys = new TreeSet<>(WorkingOrder.priority(Side.BUY));
    private final TreeSet<WorkingOrder> sells = new TreeSet<>(WorkingOrder.priority(Side.SELL));

    void add(WorkingOrder order) {
        on(order.side()).add(order);
    }

    void remove(WorkingOrder order) {
        on(order.side()).remove(order);
    }

    /** Who is served next. */
    Optional<WorkingOrder> first(Side side) {
        TreeSet<WorkingOrder> queue = on(side);
        return queue.isEmpty() ? Optional.empty() : Optional.of(queue.first());
    }

    private TreeSet<WorkingOrder> on(Side side) {
        return side == Side.BUY ? buys : sells;
    }
}
