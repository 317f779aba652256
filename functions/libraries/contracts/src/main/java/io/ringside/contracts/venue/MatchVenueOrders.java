package io.ringside.contracts.venue;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.market.Quote;

/** {@code cmd.venue.match}: this quote crosses resting orders of its instrument; match them against it. */
@Serdeable
public record MatchVenueOrders(String instrument, Quote quote) {}
