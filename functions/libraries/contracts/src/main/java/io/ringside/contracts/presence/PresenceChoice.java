package io.ringside.contracts.presence;

/** What a user wants to be seen as while connected. Without a connection everybody is offline. */
public enum PresenceChoice {
    /** Active or away, as the user's own hands tell. */
    AUTO,
    /** Active, whatever the hands do. */
    ACTIVE,
    /** Away. */
    AWAY,
    /** Busy. */
    BUSY,
    /** Offline, though connected. */
    OFFLINE
}
