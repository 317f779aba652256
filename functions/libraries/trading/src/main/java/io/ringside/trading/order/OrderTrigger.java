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
    /** The venue kept an order before it answered an amend that came earlier. */
    CANCEL_REFUSED_BEFORE_AMEND,
    AMEND_REQUESTED,
    /** The venue works other terms, and has not filled the order at all. */
    REPLACED,
    /** The venue works other terms, and has filled the order in part. */
    REPLACED_AFTER_FILL,
    /** The venue had filled all that the other terms ask for, or more. */
    REPLACED_BY_WHAT_IS_FILLED,
    /** The venue works an order as before that it had not filled at all. */
    AMEND_REFUSED,
    /** The venue works an order as before that it had filled in part. */
    AMEND_REFUSED_AFTER_FILL,
    /** A fill that the venue made before it ended the order, told after. */
    LATE_FILLED
}
