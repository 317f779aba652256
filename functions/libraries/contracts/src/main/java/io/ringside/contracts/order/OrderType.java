package io.ringside.contracts.order;

/** FIX OrdType(40). */
public enum OrderType {
    MARKET,
    LIMIT
}
