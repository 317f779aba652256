package io.ringside.execution.book;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.contracts.venue.AmendVenueOrder;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one instrument at the paper venue, for the time of one batch. Resting orders of a side are served
 * by price, then time, from what the newest quote displays and is not yet taken; each fills at the displayed price.
 */
public final class VenueBook {
    /** Orders that one command fills or expires; the ones behind them wait for the next. */
    public static final int ORDERS_PER_COMMAND_MAX = 500;

    private final Instrument instrument;
    private final Map<String, WorkingOrder> orders = new HashMap<>();
    private final RestingOrders resting = new RestingOrders();
    private final Map<String, WorkingOrder> changed = new LinkedHashMap<>();
    private final Displayed before;
    private Displayed displayed;

    public VenueBook(Instrument instrument, Displayed displayed) {
        this.instrument = instrument;
        this.before = displayed;
        this.displayed = displayed;
    }

    /** Puts an order where it stood. */
    public void restore(WorkingOrder order) {
        orders.put(order.ticket().orderId(), order);
        if (order.isWorking()) {
            resting.add(order);
        }
    }

    public Optional<WorkingOrder> find(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    public Instrument instrument() {
        return instrument;
    }

    /** Whether other orders rest now than before, or with less left. */
    public boolean isRestingChanged() {
        return changed.values().stream().anyMatch(WorkingOrder::rests);
    }

    public boolean isDisplayedChanged() {
        return !displayed.equals(before);
    }

    public Displayed displayed() {
        return displayed;
    }

    /** Orders that are not as they were restored, in the order of their first change. */
    public Collection<WorkingOrder> changed() {
        return changed.values();
    }

    /** Takes a new order and serves it in its turn; what an immediate order did not get at once expires. */
    public List<VenueFact> enter(WorkingOrder order, @Nullable TopOfBook top, Instant now) {
        put(order);
        List<VenueFact> facts = new ArrayList<>(match(top, now));
        WorkingOrder after = Objects.requireNonNull(orders.get(order.ticket().orderId()));
        if (after.isWorking() && !after.rests()) {
            facts.add(expire(after, whyUnserved(top)));
        }
        return facts;
    }

    /** Takes back what is left of a working order. */
    public VenueFact pull(WorkingOrder order, String cancelId) {
        return new VenueFact.Cancelled(replace(order, order.cancel()), cancelId);
    }

    /**
     * Works an order on other terms and serves it in its turn, as if it were entered. One whose time is over expires
     * instead, also when the command that closes it comes later.
     */
    public List<VenueFact> amend(
            WorkingOrder order, AmendVenueOrder to, long arrival, @Nullable TopOfBook top, Instant now) {
        if (order.isOverdue(now)) {
            return List.of(expire(order, order.ending()));
        }
        WorkingOrder amended = order.amend(
                instrument.quantity(to.quantity()).orThrow("quantity"),
                instrument.price(to.limitPrice()).orThrow("limitPrice"),
                arrival);
        List<VenueFact> facts = new ArrayList<>();
        facts.add(new VenueFact.Replaced(replace(order, amended), to.amendId()));
        facts.addAll(match(top, now));
        return facts;
    }

    /** Nothing is filled while it is; what rests keeps its place. */
    public boolean isHalted() {
        return instrument.status() == Instrument.Status.HALTED;
    }

    /** Expires orders whose time is over, as many as one command may. */
    public List<VenueFact> close(Instant now) {
        List<WorkingOrder> overdue = orders.values().stream()
                .filter(order -> order.isOverdue(now))
                .sorted(WorkingOrder.byEnd())
                .limit(ORDERS_PER_COMMAND_MAX)
                .toList();
        return overdue.stream().map(order -> expire(order, order.ending())).toList();
    }

    /**
     * Serves the resting orders from a quote; absent when there is none that may be traded on. One whose day is over
     * expires instead, also when the command that closes the day comes later.
     */
    public List<VenueFact> match(@Nullable TopOfBook top, Instant now) {
        if (top == null || isHalted() || isHistory(top)) {
            return List.of();
        }
        if (top.sequence() > displayed.quoteSequence()) {
            displayed = Displayed.untouched(top.sequence(), instrument);
        }
        List<VenueFact> facts = new ArrayList<>();
        for (Side side : Side.values()) {
            top.against(side).ifPresent(level -> serve(side, level, top.sequence(), now, facts));
        }
        return facts;
    }

    /** Why nothing could be traded; absent when it could, and there was not enough. */
    private @Nullable RejectReason whyUnserved(@Nullable TopOfBook top) {
        if (isHalted()) {
            return RejectReason.INSTRUMENT_RESTRICTED;
        }
        return top == null || isHistory(top) ? RejectReason.STALE_PRICE : null;
    }

    /** A quote older than one that was already matched shows sizes that may be gone. */
    private boolean isHistory(TopOfBook top) {
        return top.sequence() < displayed.quoteSequence();
    }

    private void serve(Side side, TopOfBook.Level level, long quoteSequence, Instant now, List<VenueFact> facts) {
        Optional<WorkingOrder> next = resting.first(side);
        while (next.isPresent() && facts.size() < ORDERS_PER_COMMAND_MAX) {
            WorkingOrder first = next.get();
            Quantity available = displayed.left(side, level.size(), instrument);
            if (available.isZero() || !first.accepts(level.price())) {
                return;
            }
            if (first.isOverdue(now)) {
                facts.add(expire(first, first.ending()));
            } else if (first.timeInForce() == TimeInForce.FOK && first.leaves().isAbove(available)) {
                facts.add(expire(first, null));
            } else {
                Quantity executed = available.min(first.leaves());
                displayed = displayed.take(side, executed);
                WorkingOrder after = replace(first, first.fill(executed));
                facts.add(new VenueFact.Filled(after, executed, level.price(), quoteSequence));
            }
            next = resting.first(side);
        }
    }

    private VenueFact expire(WorkingOrder order, @Nullable RejectReason reason) {
        return new VenueFact.Expired(replace(order, order.expire()), reason);
    }

    private WorkingOrder replace(WorkingOrder before, WorkingOrder after) {
        resting.remove(before);
        put(after);
        return after;
    }

    private void put(WorkingOrder order) {
        restore(order);
        changed.put(order.ticket().orderId(), order);
    }
}
