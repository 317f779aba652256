package io.ringside.contracts.presence;

/** Whether somebody can be reached, as everybody sees it. */
public enum PresenceStatus {
    /** There, and at work. */
    ACTIVE,
    /** Connected, but nobody touched anything for a while. */
    AWAY,
    /** There, and not to be disturbed. */
    BUSY,
    /** Not there. */
    OFFLINE
}
