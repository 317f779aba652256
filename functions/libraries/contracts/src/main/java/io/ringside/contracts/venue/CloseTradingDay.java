package io.ringside.contracts.venue;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * {@code cmd.venue.close}: a trading day of this instrument is over; the orders that were good for it expire.
 *
 * @param end of that day. Whoever says so read it from a clock; the venue decides by the log's time of this command.
 */
@Serdeable
public record CloseTradingDay(String instrument, Instant end) {}
