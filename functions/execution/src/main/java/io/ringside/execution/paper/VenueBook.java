package io.ringside.execution.paper;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one instrument at the paper venue, for the time of one batch. Resting orders of a side are served
 * by price, then time, from what the newest quote displays and is not yet taken; each fills at the displayed price.
 */
final class VenueBook {
    /** Orders that one command fills; the ones behind them wait for the next quote. */
    static final int FILLS_PER_COMMAND_MAX = 500;

    private final Instrument instrument;
    private final Map<String, WorkingOrder> orders = new HashMap<>();
    private final Map<Side, TreeSet<WorkingOrder>> resting = new EnumMap<>(Side.class);
    private final Map<String, WorkingOrder> changed = new LinkedHashMap<>();
    private final Displayed before;
    private Displayed displayed;

    VenueBook(Instrument instrument, Displayed displayed) {
        this.instrument = instrument;
        this.before = displayed;
        this.displayed = displayed;
        for (Side side : Side.values()) {
            resting.put(side, new TreeSet<>(WorkingOrder.priority(side)));
        }
    }

    /** Puts an order where it stood. */
    void restore(WorkingOrder order) {
        orders.put(order.ticket().orderId(), order);
        if (order.isWorking()) {
            restingOn(order.side()).add(order);
        }
    }

    Optional<WorkingOrder> find(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    Instrument instrument() {
        return instrument;
    }

    /** Whether other orders rest now than before, or with less left. */
    boolean isRestingChanged() {
        return changed.values().stream().anyMatch(order -> order.timeInForce() != TimeInForce.IOC);
    }

    boolean isDisplayedChanged() {
        return !displayed.equals(before);
    }

    Displayed displayed() {
        return displayed;
    }

    /** Orders that are not as they were restored, in the order of their first change. */
    Collection<WorkingOrder> changed() {
        return changed.values();
    }

    /** Takes a new order and serves it in its turn; what an immediate order did not get at once expires. */
    List<VenueFact> enter(WorkingOrder order, @Nullable TopOfBook top) {
        put(order);
        List<VenueFact> facts = new ArrayList<>(match(top));
        WorkingOrder after = Objects.requireNonNull(orders.get(order.ticket().orderId()));
        if (after.isWorking() && after.timeInForce() == TimeInForce.IOC) {
            RejectReason reason = top == null || isHistory(top) ? RejectReason.STALE_PRICE : null;
            facts.add(new VenueFact.Expired(replace(after, after.expire()), reason));
        }
        return facts;
    }

    /** Takes back what is left of a working order. */
    VenueFact pull(WorkingOrder order, String cancelId) {
        return new VenueFact.Cancelled(replace(order, order.cancel()), cancelId);
    }

    /** Serves the resting orders from a quote; absent when there is none that may be traded on. */
    List<VenueFact> match(@Nullable TopOfBook top) {
        if (top == null || isHistory(top)) {
            return List.of();
        }
        if (top.sequence() > displayed.quoteSequence()) {
            displayed = Displayed.untouched(top.sequence(), instrument);
        }
        List<VenueFact> fills = new ArrayList<>();
        for (Side side : Side.values()) {
            top.against(side).ifPresent(level -> serve(side, level, top.sequence(), fills));
        }
        return fills;
    }

    /** A quote older than one that was already matched shows sizes that may be gone. */
    private boolean isHistory(TopOfBook top) {
        return top.sequence() < displayed.quoteSequence();
    }

    private void serve(Side side, TopOfBook.Level level, long quoteSequence, List<VenueFact> fills) {
        TreeSet<WorkingOrder> queue = restingOn(side);
        while (!queue.isEmpty() && fills.size() < FILLS_PER_COMMAND_MAX) {
            WorkingOrder first = queue.first();
            Quantity available = displayed.left(side, level.size(), instrument);
            if (available.isZero() || !first.accepts(level.price())) {
                return;
            }
            Quantity executed = available.min(first.leaves());
            displayed = displayed.take(side, executed);
            WorkingOrder after = replace(first, first.fill(executed));
            fills.add(new VenueFact.Filled(after, executed, level.price(), quoteSequence));
        }
    }

    private WorkingOrder replace(WorkingOrder before, WorkingOrder after) {
        restingOn(before.side()).remove(before);
        put(after);
        return after;
    }

    private void put(WorkingOrder order) {
        restore(order);
        changed.put(order.ticket().orderId(), order);
    }

    private TreeSet<WorkingOrder> restingOn(Side side) {
        TreeSet<WorkingOrder> queue = resting.get(side);
        if (queue == null) {
            throw new IllegalStateException("no queue for " + side);
        }
        return queue;
    }
}
