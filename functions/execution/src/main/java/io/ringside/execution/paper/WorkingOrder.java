package io.ringside.execution.paper;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An order as the venue holds it.
 *
 * @param limit worst price it may fill at, absent for a market order
 * @param leaves what is not executed, also after the order ended
 * @param expiresAt end of the trading day or of the time it is good for, absent for an order without end
 * @param arrival sequence of the command that entered it: earlier is served first at the same price
 */
record WorkingOrder(
        Ticket ticket,
        Side side,
        TimeInForce timeInForce,
        Quantity quantity,
        Quantity leaves,
        @Nullable Price limit,
        @Nullable Instant expiresAt,
        long arrival,
        State state) {
    /** Whose order it is and how each party calls it. */
    record Ticket(String orderId, String clientOrderId, String account, String user, String instrument) {}

    /** Where the venue's work on an order stands. All but {@code WORKING} are final. */
    enum State {
        WORKING,
        FILLED,
        EXPIRED,
        CANCELLED
    }

    /** Price, then time: who gives the best price comes first, and a market order gives any price. */
    static Comparator<WorkingOrder> priority(Side side) {
        Comparator<Price> best = side == Side.BUY ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(WorkingOrder::limit, Comparator.nullsFirst(best))
                .thenComparingLong(WorkingOrder::arrival)
                .thenComparing(order -> order.ticket.orderId());
    }

    /** Longest over first, then time. */
    static Comparator<WorkingOrder> byEnd() {
        return Comparator.comparing(WorkingOrder::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparingLong(WorkingOrder::arrival)
                .thenComparing(order -> order.ticket.orderId());
    }

    boolean accepts(Price price) {
        return limit == null || (side == Side.BUY ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0);
    }

    WorkingOrder fill(Quantity executed) {
        requireWorking();
        Quantity rest = leaves.minus(executed);
        return with(rest, rest.isZero() ? State.FILLED : State.WORKING);
    }

    WorkingOrder expire() {
        requireWorking();
        return with(leaves, State.EXPIRED);
    }

    WorkingOrder cancel() {
        requireWorking();
        return with(leaves, State.CANCELLED);
    }

    /** Whether it waits for the market when it is not filled at once. */
    boolean rests() {
        return switch (timeInForce) {
            case DAY, GTC, GTD -> true;
            case IOC, FOK -> false;
        };
    }

    /** Why it ends when its time is over. */
    RejectReason ending() {
        return timeInForce == TimeInForce.GTD ? RejectReason.EXPIRY_REACHED : RejectReason.DAY_ENDED;
    }

    boolean isWorking() {
        return state == State.WORKING;
    }

    /** Whether it is worked although its time is over. */
    boolean isOverdue(Instant now) {
        return isWorking() && expiresAt != null && !expiresAt.isAfter(now);
    }

    Quantity filled() {
        return quantity.minus(leaves);
    }

    private WorkingOrder with(Quantity rest, State next) {
        return new WorkingOrder(ticket, side, timeInForce, quantity, rest, limit, expiresAt, arrival, next);
    }

    private void requireWorking() {
        if (state != State.WORKING) {
            throw new IllegalStateException("order " + ticket.orderId() + " has ended: " + state);
        }
    }
}
