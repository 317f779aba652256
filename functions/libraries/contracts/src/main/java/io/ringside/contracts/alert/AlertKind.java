package io.ringside.contracts.alert;

/** What an alert is about. */
public enum AlertKind {
    /** A limit of an account is used to a level that its user is to know of. */
    LIMIT_REACHED,
    /** An order was not accepted. */
    ORDER_REJECTED
}
