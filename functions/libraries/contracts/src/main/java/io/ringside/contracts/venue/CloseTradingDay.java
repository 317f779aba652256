package io.ringside.contracts.venue;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * {@code cmd.venue.close}: a time that orders in this instrument are good for is over, that of a trading day or of one
 * order; those whose time it was expire.
 *
 * @param end of that time. Whoever says so read it from a clock; the venue decides by the log's time of this command.
 */
@Serdeable
public record CloseTradingDay(String instrument, Instant end) {}
