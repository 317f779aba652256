package io.ringside.contracts.alert;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.risk.LimitReached;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert, whole: the body of notices {@code alert.raised} and {@code alert.repeated}, and of facts.
 *
 * @param count how often its cause came about while nobody had acknowledged it
 * @param raisedAt when it came about first
 * @param lastAt when it came about last
 * @param acknowledgedAt absent until somebody has acknowledged it
 * @param version grows with each change, from 1
 */
@Serdeable
public record AlertState(
        String alertId,
        String user,
        AlertKind kind,
        AlertSeverity severity,
        String account,
        String instrument,
        @Nullable String orderId,
        @Nullable String clientOrderId,
        @Nullable String reason,
        @Nullable LimitReached limit,
        String text,
        long count,
        Instant raisedAt,
        Instant lastAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        long version) {}
