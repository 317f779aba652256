package io.ringside.contracts;

/** FIX Side(54). */
public enum Side {
    BUY,
    SELL
}
