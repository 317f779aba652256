package io.ringside.gateway.position;

import io.ringside.contracts.market.Quote;
import io.ringside.contracts.position.PositionValuation;
import io.ringside.gateway.market.InstrumentStore;
import io.ringside.gateway.market.LastQuotes;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.ExactValue;
import io.ringside.trading.money.Parsed;
import io.ringside.trading.money.Price;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Positions valued at the last quotes: at the bid when long, at the ask when short. Without a price they have no
 * value.
 */
@Singleton
class Positions {
    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
    private static final Duration QUOTE_AGE_MAX = Duration.ofSeconds(5);
    private static final RoundingMode ROUNDING = RoundingMode.HALF_EVEN;

    private final PositionStore store;
    private final InstrumentStore instruments;
    private final LastQuotes quotes;
    private final InstantSource clock;

    Positions(PositionStore store, InstrumentStore instruments, LastQuotes quotes, InstantSource clock) {
        this.store = store;
        this.instruments = instruments;
        this.quotes = quotes;
        this.clock = clock;
    }

    List<PositionValuation> of(List<String> accounts) {
        Map<String, Instrument> table =
                instruments.all().stream().collect(Collectors.toMap(Instrument::id, Function.identity()));
        List<PositionStore.Held> held = store.of(accounts, table);
        Map<String, Quote> last = lastQuotes(held);
        Instant now = clock.instant();
        return held.stream()
                .map(each -> valued(each, last.get(each.instrument().id()), now))
                .toList();
    }

    private Map<String, Quote> lastQuotes(List<PositionStore.Held> held) {
        List<String> open = held.stream()
                .filter(each -> !each.position().quantity().isZero())
                .map(each -> each.instrument().id())
                .distinct()
                .toList();
        try {
            return quotes.of(open).stream().collect(Collectors.toMap(Quote::instrument, Function.identity()));
        } catch (IOException e) {
            // What is held is known, what it is worth is not: that is said, and the answer goes out.
            LOG.warn("positions are answered without prices: {}", e.toString());
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    static PositionValuation valued(PositionStore.Held held, @Nullable Quote quote, Instant now) {
        Instrument instrument = held.instrument();
        boolean flat = held.position().quantity().isZero();
        Price mark = flat || quote == null ? null : mark(held, quote);
        boolean current = quote != null
                && !quote.stale()
                && quote.at().plus(QUOTE_AGE_MAX).isAfter(now);
        ExactValue unrealised = flat
                ? ExactValue.zero(instrument.valueScale())
                : mark == null ? null : held.position().unrealised(instrument, mark);
        return new PositionValuation(
                held.account(),
                instrument.id(),
                instrument.currency(),
                held.position().quantity().text(),
                held.position().averagePrice(instrument).map(Price::text).orElse(null),
                instrument.money(held.position().realised(), ROUNDING).text(),
                unrealised == null
                        ? null
                        : instrument.money(unrealised, ROUNDING).text(),
                mark == null ? null : mark.text(),
                !flat && (mark == null || !current),
                held.version(),
                now);
    }

    private static @Nullable Price mark(PositionStore.Held held, Quote quote) {
        String side = held.position().quantity().sign() > 0 ? quote.bid() : quote.ask();
        return side != null && held.instrument().price(side) instanceof Parsed.Value<Price> price
                ? price.value()
                : null;
    }
}
