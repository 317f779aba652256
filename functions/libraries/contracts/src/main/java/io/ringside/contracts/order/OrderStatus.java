package io.ringside.contracts.order;

/** FIX OrdStatus(39), as far as our orders go. */
public enum OrderStatus {
    PENDING_NEW,
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    PENDING_CANCEL,
    /** An amend is under way: the order stands on its old terms until the venue has answered. */
    PENDING_REPLACE,
    CANCELLED,
    EXPIRED,
    REJECTED
}
