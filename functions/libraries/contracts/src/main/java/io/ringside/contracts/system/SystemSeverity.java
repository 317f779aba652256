package io.ringside.contracts.system;

/** How much a system notification matters. */
public enum SystemSeverity {
    INFO,
    WARNING,
    CRITICAL
}
