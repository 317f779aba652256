package io.ringside.contracts.order;

/** FIX OrdStatus(39), as far as our orders go. */
public enum OrderStatus {
    PENDING_NEW,
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    PENDING_CANCEL,
    CANCELLED,
    EXPIRED,
    REJECTED
}
