package io.ringside.contracts.alert;

/** How much an alert matters. */
public enum AlertSeverity {
    WARNING,
    CRITICAL
}
