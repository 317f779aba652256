package io.ringside.contracts.position;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code valuation.<account>}: one position at the latest price. Conflated: only the newest of an instrument matters.
 *
 * @param quantity signed decimal text, negative is short
 * @param averagePrice decimal text, absent when flat
 * @param realised profit and loss in {@code currency}, decimal text
 * @param unrealised absent when there is no price
 * @param mark price of the valuation: bid for long, ask for short
 * @param stale the mark is not current
 * @param version of the position: grows with each trade
 */
@Serdeable
public record PositionValuation(
        String account,
        String instrument,
        String currency,
        String quantity,
        @Nullable String averagePrice,
        String realised,
        @Nullable String unrealised,
        @Nullable String mark,
        boolean stale,
        long version,
        Instant at) {}
