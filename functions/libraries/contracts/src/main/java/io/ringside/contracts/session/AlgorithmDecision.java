package io.ringside.contracts.session;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Push {@code algorithm.decision}: what an algorithm decided, and why.
 *
 * @param reasoning for a person
 * @param confidence 0 to 1
 * @param market what it saw
 */
@Serdeable
public record AlgorithmDecision(
        String decisionId,
        String sessionId,
        String algorithmId,
        Choice decision,
        String reasoning,
        String confidence,
        Market market,
        Instant at) {
    /** What is to be done. */
    public enum Choice {
        BUY,
        SELL,
        HOLD,
        CLOSE_POSITION
    }

    /** A price, and how much was traded of late. */
    @Serdeable
    public record Market(String instrument, String price, String volume) {}
}
