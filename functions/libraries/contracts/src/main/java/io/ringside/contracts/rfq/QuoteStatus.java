package io.ringside.contracts.rfq;

/** Where one counterparty's answer stands (FIX QuoteStatus, QuoteRespType). */
public enum QuoteStatus {
    /** Asked, and has not answered. */
    REQUESTED,
    /** Gave a price that may be accepted. */
    ACTIVE,
    /** Gave no price, or took it back. */
    PASSED,
    /** Its price was accepted. */
    TRADED,
    /** The requester traded with somebody else. */
    DONE_AWAY,
    /** The requester cancelled. */
    CANCELLED,
    /** Nobody's price was accepted in time. */
    EXPIRED
}
