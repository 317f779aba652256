package io.ringside.contracts.session;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Push {@code session.status}: a trading session, whole; the first one is its start, the last one its summary.
 *
 * @param version grows with each change, from 1
 */
@Serdeable
public record SessionState(String sessionId, SessionStatus status, Metrics metrics, long version, Instant at) {
    /**
     * How it goes.
     *
     * @param profitAndLoss realised and unrealised, in {@code currency}
     * @param lossLimitUtilization how much of the loss limit is used, in per cent
     * @param performanceScore 0 to 100
     */
    @Serdeable
    public record Metrics(
            String profitAndLoss,
            String currency,
            long totalTrades,
            String lossLimitUtilization,
            long secondsElapsed,
            String performanceScore) {}
}
