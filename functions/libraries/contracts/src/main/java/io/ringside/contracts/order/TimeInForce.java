package io.ringside.contracts.order;

/** FIX TimeInForce(59). */
public enum TimeInForce {
    /** Good until the end of the instrument's trading day. */
    DAY,
    /** Immediate or cancel: what does not fill at once expires. */
    IOC
}
