package io.ringside.reference;

import io.ringside.contracts.market.Quote;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.market.TopOfBook;
import java.time.Instant;

/** A quote as it travelled, with its numbers and the moment it came here. */
public record SeenQuote(Quote quote, Instrument instrument, TopOfBook book, Instant arrivedAt) {}
