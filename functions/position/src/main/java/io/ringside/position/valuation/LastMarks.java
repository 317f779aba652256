package io.ringside.position.valuation;

import io.ringside.position.held.HeldPosition;
import io.ringside.reference.QuoteTable;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.Price;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The price that each position is valued at. A quote that lacks the side needed does not make the last price
 * forgotten, only stale. Holds at most two prices for each instrument.
 */
@Singleton
final class LastMarks {
    private final Map<Needed, Price> last = new ConcurrentHashMap<>();
    private final QuoteTable quotes;
    private final Duration quoteAgeMax;

    LastMarks(QuoteTable quotes, ValuationSettings settings) {
        this.quotes = quotes;
        this.quoteAgeMax = settings.quoteAgeMax();
    }

    /** Where a position would be closed: at the bid when long, at the ask when short. A flat one needs no price. */
    Mark of(HeldPosition held, Instant now) {
        if (!held.isOpen()) {
            return Mark.NOT_NEEDED;
        }
        int sign = held.position().quantity().sign();
        var needed = new Needed(held.key().instrument(), sign);
        Optional<TopOfBook> top = quotes.book(held.key().instrument());
        Optional<Price> price = top.flatMap(book -> book.mark(sign));
        if (price.isEmpty()) {
            return new Mark(last.get(needed), true);
        }
        last.put(needed, price.get());
        return new Mark(price.get(), !top.get().isCurrent(now, quoteAgeMax));
    }

    /**
     * The price that a position is valued at.
     *
     * @param price absent when there never was one, or none is needed
     * @param stale whether the price is not current
     */
    record Mark(@Nullable Price price, boolean stale) {
        private static final Mark NOT_NEEDED = new Mark(null, false);
    }

    private record Needed(String instrument, int sign) {}
}
