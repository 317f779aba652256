package io.ringside.contracts.position;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code evt.position.changed}: a position after one trade.
 *
 * @param quantity signed decimal text, negative is short
 * @param averagePrice decimal text, absent when flat
 * @param realised profit and loss in {@code currency} since the first trade, decimal text
 * @param executionId the trade that caused this change
 * @param version 1 after the first trade, then one more for each
 */
@Serdeable
public record PositionChanged(
        String account,
        String instrument,
        String currency,
        String quantity,
        @Nullable String averagePrice,
        String realised,
        String executionId,
        long version,
        Instant at) {}
