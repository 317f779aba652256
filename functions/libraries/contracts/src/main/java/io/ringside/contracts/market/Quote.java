package io.ringside.contracts.market;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code quote.<instrument>}: top of book.
 *
 * @param bid decimal text; an absent side has no orders
 * @param sequence grows with every quote of the instrument, across restarts of the publisher
 * @param stale prices of this instrument must not be traded on until a quote that is not stale arrives
 * @param sourceAt the exchange's time of the last change
 * @param at when market-data published it
 * @param source name of the feed
 */
@Serdeable
public record Quote(
        String instrument,
        @Nullable String bid,
        @Nullable String bidSize,
        @Nullable String ask,
        @Nullable String askSize,
        long sequence,
        boolean stale,
        Instant sourceAt,
        Instant at,
        String source) {}
