package io.ringside.trading.order;

/** What can happen to an order. */
public enum OrderTrigger {
    ACCEPTED,
    REJECTED,
    PARTLY_FILLED,
    WHOLLY_FILLED,
    CANCEL_REQUESTED,
    CANCELLED,
    EXPIRED,
    /** The venue kept an order that it had not filled at all. */
    CANCEL_REFUSED,
    /** The venue kept an order that it had filled in part. */
    CANCEL_REFUSED_AFTER_FILL,
    /** A fill that the venue made before it ended the order, told after. */
    LATE_FILLED
}
