package io.ringside.contracts.session;

/** How a trading session stands. */
public enum SessionStatus {
    ACTIVE,
    PAUSED,
    /** It came to its planned end. */
    COMPLETED,
    /** Its time was over. */
    EXPIRED,
    EMERGENCY_STOPPED
}
