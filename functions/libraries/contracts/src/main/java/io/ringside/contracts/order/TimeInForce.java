package io.ringside.contracts.order;

/** FIX TimeInForce(59). */
public enum TimeInForce {
    /** Good until the end of the instrument's trading day. */
    DAY,
    /** Immediate or cancel: what does not fill at once expires. */
    IOC,
    /** Fill or kill: it fills whole at once, or expires. */
    FOK,
    /** Good until it is cancelled. */
    GTC,
    /** Good until its own time of expiry (FIX ExpireTime). */
    GTD
}
