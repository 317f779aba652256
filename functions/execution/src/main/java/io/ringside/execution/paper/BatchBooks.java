package io.ringside.execution.paper;

import io.ringside.contracts.market.Quote;
import io.ringside.contracts.venue.AmendVenueOrder;
import io.ringside.contracts.venue.CloseTradingDay;
import io.ringside.contracts.venue.EnterVenueOrder;
import io.ringside.contracts.venue.MatchVenueOrders;
import io.ringside.contracts.venue.PullVenueOrder;
import io.ringside.execution.book.VenueBook;
import io.ringside.execution.watch.VenueWatcher;
import io.ringside.reference.SeenQuote;
import io.ringside.runtime.Delivery;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.market.TopOfBook;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The books that one batch of commands can touch, and the newest quote that the batch knows of each instrument. */
final class BatchBooks {
    private final Map<String, Instrument> instruments = new LinkedHashMap<>();
    private final Map<String, SeenQuote> quotes = new HashMap<>();
    private final Map<String, Reach> reaches = new HashMap<>();
    private final Set<UUID> orderIds = new HashSet<>();
    private final Map<String, VenueBook> books = new LinkedHashMap<>();
    private final Map<String, Long> matchCommands = new HashMap<>();

    private BatchBooks() {}

    /** Reads what these commands can touch: the orders they name, and those within reach of the others. */
    static BatchBooks read(
            List<Delivery> batch, Map<String, SeenQuote> current, InstrumentTable table, VenueStore store) {
        var books = new BatchBooks();
        batch.forEach(delivery -> books.expect(delivery, table));
        current.values().forEach(quote -> {
            books.learn(quote);
            books.reach(quote.book().instrument(), Reach.of(quote.book()));
        });
        books.books.putAll(store.restore(books.instruments, books.orderIds, books.reaches, batch.size()));
        return books;
    }

    VenueBook of(String instrument) {
        return Objects.requireNonNull(books.get(instrument), "an instrument of the batch");
    }

    Collection<VenueBook> all() {
        return books.values();
    }

    /** What the batch did that the watcher has to know. */
    VenueWatcher.Committed done() {
        Map<String, Long> matchedUpTo = new HashMap<>();
        Set<String> toReadAgain = new HashSet<>(matchCommands.keySet());
        books.forEach((id, book) -> {
            matchedUpTo.put(id, book.displayed().quoteSequence());
            if (book.isRestingChanged()) {
                toReadAgain.add(id);
            }
        });
        return new VenueWatcher.Committed(matchCommands, matchedUpTo, toReadAgain);
    }

    /** The newest quote known at this point of the batch. */
    @Nullable
    SeenQuote newestQuote(String instrument) {
        return quotes.get(instrument);
    }

    /** Takes a quote that a command brought; the answer is the newest one known, which may be newer. */
    SeenQuote learn(Quote quote, Instant at) {
        matchCommands.merge(quote.instrument(), quote.sequence(), Math::max);
        return learn(seen(quote, of(quote.instrument()).instrument(), at));
    }

    private SeenQuote learn(SeenQuote quote) {
        return Objects.requireNonNull(quotes.merge(
                quote.quote().instrument(),
                quote,
                (known, other) -> other.book().sequence() >= known.book().sequence() ? other : known));
    }

    private void expect(Delivery delivery, InstrumentTable table) {
        switch (delivery.body()) {
            case EnterVenueOrder enter -> {
                instruments.put(enter.instrument(), table.require(enter.instrument()));
                orderIds.add(UUID.fromString(enter.orderId()));
            }
            case PullVenueOrder pull -> {
                instruments.put(pull.instrument(), table.require(pull.instrument()));
                orderIds.add(UUID.fromString(pull.orderId()));
            }
            case AmendVenueOrder amend -> {
                instruments.put(amend.instrument(), table.require(amend.instrument()));
                orderIds.add(UUID.fromString(amend.orderId()));
            }
            case MatchVenueOrders match -> {
                Instrument instrument = table.require(match.instrument());
                instruments.put(match.instrument(), instrument);
                reach(
                        match.instrument(),
                        Reach.of(seen(match.quote(), instrument, delivery.at()).book()));
            }
            case CloseTradingDay close -> {
                instruments.put(close.instrument(), table.require(close.instrument()));
                reach(close.instrument(), Reach.endedBy(delivery.at()));
            }
            default -> throw new IllegalStateException("not followed: " + delivery.subject());
        }
    }

    private void reach(String instrument, Reach reach) {
        reaches.merge(instrument, reach, Reach::or);
    }

    private static SeenQuote seen(Quote quote, Instrument instrument, Instant at) {
        return new SeenQuote(quote, instrument, TopOfBook.of(quote, instrument, at), at);
    }
}
