package io.ringside.trading.order;

import static io.ringside.trading.order.OrderTrigger.ACCEPTED;
import static io.ringside.trading.order.OrderTrigger.AMEND_REFUSED;
import static io.ringside.trading.order.OrderTrigger.AMEND_REFUSED_AFTER_FILL;
import static io.ringside.trading.order.OrderTrigger.AMEND_REQUESTED;
import static io.ringside.trading.order.OrderTrigger.CANCELLED;
import static io.ringside.trading.order.OrderTrigger.CANCEL_REFUSED;
import static io.ringside.trading.order.OrderTrigger.CANCEL_REFUSED_AFTER_FILL;
import static io.ringside.trading.order.OrderTrigger.CANCEL_REFUSED_BEFORE_AMEND;
import static io.ringside.trading.order.OrderTrigger.CANCEL_REQUESTED;
import static io.ringside.trading.order.OrderTrigger.EXPIRED;
import static io.ringside.trading.order.OrderTrigger.LATE_FILLED;
import static io.ringside.trading.order.OrderTrigger.PARTLY_FILLED;
import static io.ringside.trading.order.OrderTrigger.REJECTED;
import static io.ringside.trading.order.OrderTrigger.REPLACED;
import static io.ringside.trading.order.OrderTrigger.REPLACED_AFTER_FILL;
import static io.ringside.trading.order.OrderTrigger.REPLACED_BY_WHAT_IS_FILLED;
import static io.ringside.trading.order.OrderTrigger.WHOLLY_FILLED;

import io.ringside.contracts.order.OrderStatus;
import java.util.List;
import java.util.stream.Stream;

/** Lives of an order of 4, amended to 6: every transition of the table is in one of them. */
final class OrderLives {
    private OrderLives() {}

    /** A life and how it ends: status, filled and left. */
    record Life(List<OrderTrigger> triggers, OrderStatus status, String filled, String leaves) {}

    static List<Life> all() {
        return Stream.of(usual(), amended(), withACancelBehindAnAmend())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Life> usual() {
        return List.of(
                life(OrderStatus.REJECTED, "0.0", "0.0", REJECTED),
                life(OrderStatus.NEW, "0.0", "4.0", ACCEPTED),
                life(OrderStatus.FILLED, "4.0", "0.0", ACCEPTED, WHOLLY_FILLED),
                life(OrderStatus.PARTIALLY_FILLED, "2.0", "2.0", ACCEPTED, PARTLY_FILLED, PARTLY_FILLED),
                life(OrderStatus.FILLED, "4.0", "0.0", ACCEPTED, PARTLY_FILLED, WHOLLY_FILLED),
                life(OrderStatus.CANCELLED, "0.0", "0.0", ACCEPTED, CANCELLED),
                life(OrderStatus.CANCELLED, "1.0", "0.0", ACCEPTED, PARTLY_FILLED, CANCELLED),
                life(OrderStatus.EXPIRED, "0.0", "0.0", ACCEPTED, EXPIRED),
                life(OrderStatus.EXPIRED, "1.0", "0.0", ACCEPTED, PARTLY_FILLED, EXPIRED),
                life(OrderStatus.PENDING_CANCEL, "0.0", "4.0", ACCEPTED, CANCEL_REQUESTED),
                life(OrderStatus.PENDING_CANCEL, "1.0", "3.0", ACCEPTED, CANCEL_REQUESTED, PARTLY_FILLED),
                life(OrderStatus.CANCELLED, "1.0", "0.0", ACCEPTED, PARTLY_FILLED, CANCEL_REQUESTED, CANCELLED),
                life(OrderStatus.FILLED, "4.0", "0.0", ACCEPTED, CANCEL_REQUESTED, WHOLLY_FILLED),
                life(OrderStatus.EXPIRED, "0.0", "0.0", ACCEPTED, CANCEL_REQUESTED, EXPIRED),
                life(OrderStatus.NEW, "0.0", "4.0", ACCEPTED, CANCEL_REQUESTED, CANCEL_REFUSED),
                life(
                        OrderStatus.PARTIALLY_FILLED,
                        "1.0",
                        "3.0",
                        ACCEPTED,
                        PARTLY_FILLED,
                        CANCEL_REQUESTED,
                        CANCEL_REFUSED_AFTER_FILL),
                life(OrderStatus.CANCELLED, "1.0", "0.0", ACCEPTED, CANCELLED, LATE_FILLED),
                life(OrderStatus.EXPIRED, "2.0", "0.0", ACCEPTED, PARTLY_FILLED, EXPIRED, LATE_FILLED));
    }

    private static List<Life> amended() {
        return List.of(
                life(OrderStatus.PENDING_REPLACE, "0.0", "4.0", ACCEPTED, AMEND_REQUESTED),
                life(OrderStatus.NEW, "0.0", "6.0", ACCEPTED, AMEND_REQUESTED, REPLACED),
                life(OrderStatus.NEW, "0.0", "4.0", ACCEPTED, AMEND_REQUESTED, AMEND_REFUSED),
                life(OrderStatus.PENDING_REPLACE, "1.0", "3.0", ACCEPTED, AMEND_REQUESTED, PARTLY_FILLED),
                life(
                        OrderStatus.PARTIALLY_FILLED,
                        "1.0",
                        "5.0",
                        ACCEPTED,
                        PARTLY_FILLED,
                        AMEND_REQUESTED,
                        REPLACED_AFTER_FILL),
                life(
                        OrderStatus.PARTIALLY_FILLED,
                        "1.0",
                        "3.0",
                        ACCEPTED,
                        AMEND_REQUESTED,
                        PARTLY_FILLED,
                        AMEND_REFUSED_AFTER_FILL),
                life(
                        OrderStatus.FILLED,
                        "1.0",
                        "0.0",
                        ACCEPTED,
                        AMEND_REQUESTED,
                        PARTLY_FILLED,
                        REPLACED_BY_WHAT_IS_FILLED),
                life(OrderStatus.FILLED, "4.0", "0.0", ACCEPTED, AMEND_REQUESTED, WHOLLY_FILLED),
                life(OrderStatus.CANCELLED, "0.0", "0.0", ACCEPTED, AMEND_REQUESTED, CANCELLED),
                life(OrderStatus.EXPIRED, "0.0", "0.0", ACCEPTED, AMEND_REQUESTED, EXPIRED));
    }

    private static List<Life> withACancelBehindAnAmend() {
        return List.of(
                behindAmend(OrderStatus.PENDING_CANCEL, "0.0", "4.0"),
                behindAmend(OrderStatus.PENDING_CANCEL, "0.0", "6.0", REPLACED),
                behindAmend(OrderStatus.CANCELLED, "0.0", "0.0", REPLACED, CANCELLED),
                behindAmend(OrderStatus.PENDING_CANCEL, "0.0", "4.0", AMEND_REFUSED),
                behindAmend(OrderStatus.PENDING_CANCEL, "1.0", "5.0", PARTLY_FILLED, REPLACED_AFTER_FILL),
                behindAmend(OrderStatus.PENDING_CANCEL, "1.0", "3.0", PARTLY_FILLED, AMEND_REFUSED_AFTER_FILL),
                behindAmend(OrderStatus.FILLED, "1.0", "0.0", PARTLY_FILLED, REPLACED_BY_WHAT_IS_FILLED),
                behindAmend(OrderStatus.NEW, "0.0", "6.0", REPLACED, CANCEL_REFUSED),
                behindAmend(OrderStatus.PENDING_REPLACE, "0.0", "4.0", CANCEL_REFUSED_BEFORE_AMEND));
    }

    private static Life life(OrderStatus status, String filled, String leaves, OrderTrigger... triggers) {
        return new Life(List.of(triggers), status, filled, leaves);
    }

    private static Life behindAmend(OrderStatus status, String filled, String leaves, OrderTrigger... triggers) {
        Stream<OrderTrigger> before = Stream.of(ACCEPTED, AMEND_REQUESTED, CANCEL_REQUESTED);
        return new Life(Stream.concat(before, Stream.of(triggers)).toList(), status, filled, leaves);
    }
}
