package io.ringside.execution.book;

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
 * @param arrival sequence of the command that entered it, or that amended it to more or to another price: earlier is
 *     served first at the same price
 */
public record WorkingOrder(
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
    public record Ticket(String orderId, String clientOrderId, String account, String user, String instrument) {}

    /** Where the venue's work on an order stands. All but {@code WORKING} are final. */
    public enum State {
        WORKING,
        FILLED,
        EXPIRED,
        CANCELLED
    }

    /** Price, then time: who gives the best price comes first, and a market order gives any price. */
    public static Comparator<WorkingOrder> priority(Side side) {
        Comparator<Price> best = side == Side.BUY ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(WorkingOrder::limit, Comparator.nullsFirst(best))
                .thenComparingLong(WorkingOrder::arrival)
                .thenComparing(order -> order.ticket.orderId());
    }

    /** Longest over first, then time. */
    public static Comparator<WorkingOrder> byEnd() {
        return Comparator.comparing(WorkingOrder::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparingLong(WorkingOrder::arrival)
                .thenComparing(order -> order.ticket.orderId());
    }

    public boolean accepts(Price price) {
        return limit == null || (side == Side.BUY ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0);
    }

    public WorkingOrder fill(Quantity executed) {
        requireWorking();
        Quantity rest = leaves.minus(executed);
        return with(rest, rest.isZero() ? State.FILLED : State.WORKING);
    }

    public WorkingOrder expire() {
        requireWorking();
        return with(leaves, State.EXPIRED);
    }

    public WorkingOrder cancel() {
        requireWorking();
        return with(leaves, State.CANCELLED);
    }

    /**
     * The order on other terms. To less of it at the same price it keeps its place; otherwise it goes behind those that
     * are there. What is executed stays: to no more than that, it is filled.
     *
     * @param at sequence of the command that amends it
     */
    public WorkingOrder amend(Quantity other, Price price, long at) {
        requireWorking();
        Quantity executed = filled();
        Quantity whole = executed.isAbove(other) ? executed : other;
        Quantity rest = whole.minus(executed);
        boolean keepsPlace = price.equals(limit) && !other.isAbove(quantity);
        return new WorkingOrder(
                ticket,
                side,
                timeInForce,
                whole,
                rest,
                price,
                expiresAt,
                keepsPlace ? arrival : at,
                rest.isZero() ? State.FILLED : State.WORKING);
    }

    /** Whether it waits for the market when it is not filled at once. */
    public boolean rests() {
        return switch (timeInForce) {
            case DAY, GTC, GTD -> true;
            case IOC, FOK -> false;
        };
    }

    /** Why it ends when its time is over. */
    public RejectReason ending() {
        return timeInForce == TimeInForce.GTD ? RejectReason.EXPIRY_REACHED : RejectReason.DAY_ENDED;
    }

    public boolean isWorking() {
        return state == State.WORKING;
    }

    /** Whether it is worked although its time is over. */
    public boolean isOverdue(Instant now) {
        return isWorking() && expiresAt != null && !expiresAt.isAfter(now);
    }

    public Quantity filled() {
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
