package io.ringside.trading.order;

import static io.ringside.contracts.order.OrderStatus.CANCELLED;
import static io.ringside.contracts.order.OrderStatus.EXPIRED;
import static io.ringside.contracts.order.OrderStatus.FILLED;
import static io.ringside.contracts.order.OrderStatus.NEW;
import static io.ringside.contracts.order.OrderStatus.PARTIALLY_FILLED;
import static io.ringside.contracts.order.OrderStatus.PENDING_CANCEL;
import static io.ringside.contracts.order.OrderStatus.PENDING_NEW;
import static io.ringside.contracts.order.OrderStatus.PENDING_REPLACE;
import static io.ringside.contracts.order.OrderStatus.REJECTED;

import io.ringside.contracts.order.OrderStatus;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** State and trigger to state. What is not in the table cannot happen to an order. */
public final class OrderLifecycle {
    private static final List<Transition> TABLE = List.of(
            when(PENDING_NEW, OrderTrigger.ACCEPTED, NEW),
            when(PENDING_NEW, OrderTrigger.REJECTED, REJECTED),
            when(NEW, OrderTrigger.PARTLY_FILLED, PARTIALLY_FILLED),
            when(NEW, OrderTrigger.WHOLLY_FILLED, FILLED),
            when(NEW, OrderTrigger.CANCEL_REQUESTED, PENDING_CANCEL),
            when(NEW, OrderTrigger.AMEND_REQUESTED, PENDING_REPLACE),
            when(NEW, OrderTrigger.CANCELLED, CANCELLED),
            when(NEW, OrderTrigger.EXPIRED, EXPIRED),
            when(PARTIALLY_FILLED, OrderTrigger.PARTLY_FILLED, PARTIALLY_FILLED),
            when(PARTIALLY_FILLED, OrderTrigger.WHOLLY_FILLED, FILLED),
            when(PARTIALLY_FILLED, OrderTrigger.CANCEL_REQUESTED, PENDING_CANCEL),
            when(PARTIALLY_FILLED, OrderTrigger.AMEND_REQUESTED, PENDING_REPLACE),
            when(PARTIALLY_FILLED, OrderTrigger.CANCELLED, CANCELLED),
            when(PARTIALLY_FILLED, OrderTrigger.EXPIRED, EXPIRED),
            when(PENDING_CANCEL, OrderTrigger.PARTLY_FILLED, PENDING_CANCEL),
            when(PENDING_CANCEL, OrderTrigger.WHOLLY_FILLED, FILLED),
            when(PENDING_CANCEL, OrderTrigger.CANCELLED, CANCELLED),
            when(PENDING_CANCEL, OrderTrigger.EXPIRED, EXPIRED),
            when(PENDING_CANCEL, OrderTrigger.CANCEL_REFUSED, NEW),
            when(PENDING_CANCEL, OrderTrigger.CANCEL_REFUSED_AFTER_FILL, PARTIALLY_FILLED),
            when(PENDING_CANCEL, OrderTrigger.CANCEL_REFUSED_BEFORE_AMEND, PENDING_REPLACE),
            when(PENDING_CANCEL, OrderTrigger.REPLACED, PENDING_CANCEL),
            when(PENDING_CANCEL, OrderTrigger.REPLACED_AFTER_FILL, PENDING_CANCEL),
            when(PENDING_CANCEL, OrderTrigger.REPLACED_BY_WHAT_IS_FILLED, FILLED),
            when(PENDING_CANCEL, OrderTrigger.AMEND_REFUSED, PENDING_CANCEL),
            when(PENDING_CANCEL, OrderTrigger.AMEND_REFUSED_AFTER_FILL, PENDING_CANCEL),
            when(PENDING_REPLACE, OrderTrigger.PARTLY_FILLED, PENDING_REPLACE),
            when(PENDING_REPLACE, OrderTrigger.WHOLLY_FILLED, FILLED),
            when(PENDING_REPLACE, OrderTrigger.CANCEL_REQUESTED, PENDING_CANCEL),
            when(PENDING_REPLACE, OrderTrigger.CANCELLED, CANCELLED),
            when(PENDING_REPLACE, OrderTrigger.EXPIRED, EXPIRED),
            when(PENDING_REPLACE, OrderTrigger.REPLACED, NEW),
            when(PENDING_REPLACE, OrderTrigger.REPLACED_AFTER_FILL, PARTIALLY_FILLED),
            when(PENDING_REPLACE, OrderTrigger.REPLACED_BY_WHAT_IS_FILLED, FILLED),
            when(PENDING_REPLACE, OrderTrigger.AMEND_REFUSED, NEW),
            when(PENDING_REPLACE, OrderTrigger.AMEND_REFUSED_AFTER_FILL, PARTIALLY_FILLED),
            when(CANCELLED, OrderTrigger.LATE_FILLED, CANCELLED),
            when(EXPIRED, OrderTrigger.LATE_FILLED, EXPIRED));

    private static final Map<Cell, Transition> BY_CELL = TABLE.stream()
            .collect(Collectors.toUnmodifiableMap(row -> new Cell(row.from, row.trigger), Function.identity()));

    /** One row of the table. */
    public record Transition(OrderStatus from, OrderTrigger trigger, OrderStatus to) {}

    private record Cell(OrderStatus from, OrderTrigger trigger) {}

    private OrderLifecycle() {}

    /**
     * The state after the trigger.
     *
     * @throws IllegalStateException names both, when the table has no such row
     */
    public static OrderStatus next(OrderStatus from, OrderTrigger trigger) {
        Transition transition = BY_CELL.get(new Cell(from, trigger));
        if (transition == null) {
            throw new IllegalStateException("an order that is " + from + " cannot be " + trigger);
        }
        return transition.to;
    }

    /** Every row. */
    public static List<Transition> transitions() {
        return TABLE;
    }

    /** Whether nothing of the order is worked any more. */
    public static boolean isFinal(OrderStatus status) {
        return switch (status) {
            case FILLED, CANCELLED, EXPIRED, REJECTED -> true;
            case PENDING_NEW, NEW, PARTIALLY_FILLED, PENDING_CANCEL, PENDING_REPLACE -> false;
        };
    }

    private static Transition when(OrderStatus from, OrderTrigger trigger, OrderStatus to) {
        return new Transition(from, trigger, to);
    }
}
