package io.ringside.testkit;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.EnterVenueOrder;
import io.ringside.contracts.venue.PullVenueOrder;
import io.ringside.contracts.venue.VenueOrderEnded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as a trader writes it, {@code BUY DAY 5 @ 100} or {@code SELL IOC 5 MARKET}, and every message about it. Its
 * owner is {@code alice}; where nothing else is said its account is {@code ACC1} and its ids are {@code o-1} and {@code
 * c-1}.
 */
public record AnOrder(
        String instrument,
        Side side,
        TimeInForce timeInForce,
        String quantity,
        @Nullable String limitPrice,
        @Nullable Instant expiresAt,
        String account,
        String orderId,
        String clientOrderId) {
    /** The time of every message. */
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** End of every GTD order. */
    public static final Instant GTD_END = Instant.parse("2026-11-24T12:00:00Z");

    private static final String USER = "alice";
    private static final String VENUE = "paper";

    /** An order in this instrument. */
    public static AnOrder in(String instrument, String text) {
        String[] words = text.split(" ");
        return new AnOrder(
                instrument,
                Side.valueOf(words[0]),
                TimeInForce.valueOf(words[1]),
                words[2],
                words[3].equals("MARKET") ? null : words[4],
                words[1].equals("GTD") ? GTD_END : null,
                "ACC1",
                "o-1",
                "c-1");
    }

    /** The same for another account. */
    public AnOrder of(String other) {
        return new AnOrder(
                instrument, side, timeInForce, quantity, limitPrice, expiresAt, other, orderId, clientOrderId);
    }

    /** The same under other ids: the system's and the sender's. */
    public AnOrder named(String id, String clientId) {
        return new AnOrder(instrument, side, timeInForce, quantity, limitPrice, expiresAt, account, id, clientId);
    }

    /** The same with another end: a GTD order ends a few days after noon where nothing else is said. */
    public AnOrder until(Instant end) {
        return new AnOrder(instrument, side, timeInForce, quantity, limitPrice, end, account, orderId, clientOrderId);
    }

    public OrderType type() {
        return limitPrice == null ? OrderType.MARKET : OrderType.LIMIT;
    }

    public SubmitOrder submit() {
        return new SubmitOrder(
                clientOrderId, account, USER, instrument, side, type(), timeInForce, quantity, limitPrice, expiresAt);
    }

    /** What is left of it is wanted back. */
    public CancelOrder cancel(String cancelId) {
        return new CancelOrder(cancelId, clientOrderId, account, USER);
    }

    /** Its first version, accepted. */
    public OrderState accepted() {
        return state(OrderStatus.NEW, "0", quantity, null, 1);
    }

    /** Its second version, while a cancel is under way. */
    public OrderState cancelling(String cancelId) {
        return state(OrderStatus.PENDING_CANCEL, "0", quantity, cancelId, 2);
    }

    /** Its second version, ended without a fill. */
    public OrderState ended(OrderStatus status) {
        return state(status, "0", "0", null, 2);
    }

    public OrderState state(OrderStatus status, String filled, String leaves, @Nullable String cancelId, long version) {
        return new OrderState(
                orderId,
                clientOrderId,
                account,
                USER,
                instrument,
                side,
                type(),
                timeInForce,
                quantity,
                limitPrice,
                expiresAt,
                status,
                filled,
                leaves,
                null,
                null,
                null,
                null,
                cancelId,
                null,
                null,
                null,
                null,
                version,
                NOON);
    }

    public EnterVenueOrder enter() {
        return new EnterVenueOrder(
                orderId,
                clientOrderId,
                account,
                USER,
                instrument,
                side,
                type(),
                timeInForce,
                quantity,
                limitPrice,
                expiresAt());
    }

    public PullVenueOrder pull(String cancelId) {
        return new PullVenueOrder(orderId, clientOrderId, account, USER, instrument, cancelId);
    }

    /** A part of it, or all, was executed. */
    public TradeBooked trade(String executionId, String executed, String price) {
        return new TradeBooked(
                executionId,
                orderId,
                clientOrderId,
                account,
                USER,
                instrument,
                side,
                executed,
                price,
                VENUE,
                1L,
                null,
                NOON);
    }

    /** The venue works it no longer. */
    public VenueOrderEnded end(VenueOrderEnded.Ending ending, @Nullable String cancelId, @Nullable String reason) {
        return new VenueOrderEnded(
                orderId, clientOrderId, account, USER, instrument, ending, "0", cancelId, reason, NOON);
    }
}
