package io.ringside.faults.race;

/** What runs against the acceptances of one request, besides each other. */
public enum Rival {
    /** Nothing. */
    NONE,
    /** Whoever asked cancels. */
    CANCEL,
    /** The life of the request ends. */
    EXPIRY,
    /** A dealer takes his price back. */
    WITHDRAWAL,
    /** A dealer gives another price. */
    NEW_PRICE
}
