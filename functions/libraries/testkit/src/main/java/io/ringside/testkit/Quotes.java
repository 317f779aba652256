package io.ringside.testkit;

import io.ringside.contracts.market.Quote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Quotes as a trader writes them: {@code 7: 99 x 10 / 100 x 10}, that is sequence, bid, ask; {@code -} for an empty
 * side.
 */
public final class Quotes {
    private static final String NONE = "-";

    private Quotes() {}

    /** A fresh quote, published and made at this moment. */
    public static Quote of(String instrument, String text, Instant at) {
        return of(instrument, text, at, false);
    }

    public static Quote of(String instrument, String text, Instant at, boolean stale) {
        String[] parts = text.split(": | / ");
        String[] bid = parts[1].split(" x ");
        String[] ask = parts[2].split(" x ");
        return new Quote(
                instrument,
                price(bid),
                size(bid),
                price(ask),
                size(ask),
                Long.parseLong(parts[0]),
                stale,
                at,
                at,
                "test");
    }

    private static @Nullable String price(String[] level) {
        return level[0].equals(NONE) ? null : level[0];
    }

    private static @Nullable String size(String[] level) {
        return level[0].equals(NONE) ? null : level[1];
    }
}
