package io.ringside.contracts.session;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Push {@code risk.alert}: a trading session comes near one of its limits or has passed it.
 *
 * @param text for a person
 * @param value how far it is, in the unit of {@code threshold}
 */
@Serdeable
public record SessionRiskAlert(
        String alertId,
        String sessionId,
        Level level,
        Cause cause,
        String text,
        String value,
        String threshold,
        Instant at) {
    /** How much it matters. */
    public enum Level {
        WARNING,
        CRITICAL,
        EMERGENCY
    }

    /** Which limit. */
    public enum Cause {
        LOSS_LIMIT,
        TIME_LIMIT,
        VOLATILITY,
        CORRELATION
    }
}
