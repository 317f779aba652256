package io.ringside.contracts.rfq;

/** Where a request for quotes stands. */
public enum RfqStatus {
    OPEN,
    TRADED,
    CANCELLED,
    EXPIRED
}
