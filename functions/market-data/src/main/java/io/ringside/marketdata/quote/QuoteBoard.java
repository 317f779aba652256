package io.ringside.marketdata.quote;

import io.ringside.contracts.market.Quote;
import io.ringside.marketdata.feed.FeedListener;
import io.ringside.marketdata.feed.TopOfBook;
import io.ringside.marketdata.instrument.TradedInstrument;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest top of book of every instrument. A change leaves at once while the budget lasts, else with the next flush,
 * when only the latest counts: what waits is bounded by the number of instruments.
 *
 * <p>One lock covers change and hand-over, so the quotes of an instrument leave in the order of their sequences.
 */
public final class QuoteBoard implements FeedListener {
    /** Quotes that may leave in a second, refreshes included. */
    public static final int QUOTES_PER_SECOND_MAX = 50_000;

    private static final int BURST_QUOTES_MAX = 1_000;
    private static final int UNKNOWN_SYMBOLS_SAID_MAX = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(QuoteBoard.class);

    private final String source;
    private final QuoteOutlet outlet;
    private final InstantSource clock;
    private final QuoteMetrics metrics;
    private final PublishBudget budget = new PublishBudget(QUOTES_PER_SECOND_MAX, BURST_QUOTES_MAX);
    private final Map<String, BoardEntry> entries = new HashMap<>();
    private final Set<String> unknownSymbolsSaid = new HashSet<>();

    /**
     * @param source name of the feed, as quotes carry it
     */
    public QuoteBoard(String source, QuoteOutlet outlet, InstantSource clock, QuoteMetrics metrics) {
        this.source = source;
        this.outlet = outlet;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The instruments that have quotes from now on. */
    public synchronized void list(Collection<TradedInstrument> instruments) {
        Set<String> symbols = instruments.stream().map(TradedInstrument::symbol).collect(Collectors.toSet());
        entries.forEach((symbol, entry) -> {
            if (!symbols.contains(symbol)) {
                expire(entry);
            }
        });
        entries.keySet().retainAll(symbols);
        for (TradedInstrument instrument : instruments) {
            entries.computeIfAbsent(instrument.symbol(), symbol -> new BoardEntry(instrument))
                    .instrument(instrument);
        }
    }

    @Override
    public synchronized void topOfBook(String symbol, TopOfBook top) {
        BoardEntry entry = entries.get(symbol);
        if (entry == null) {
            unknown(symbol);
            return;
        }
        try {
            boolean wasStale = entry.isStale();
            if (entry.change(top, clock.instant())) {
                offer(entry);
                if (wasStale) {
                    countStale();
                }
            }
        } catch (ArithmeticException e) {
            metrics.unfitting();
            stale(symbol, "a price does not fit the instrument: " + e.getMessage());
        }
    }

    @Override
    public synchronized void stale(String symbol, String because) {
        BoardEntry entry = entries.get(symbol);
        if (entry != null && expire(entry)) {
            LOG.warn("quotes of {} are stale: {}", symbol, because);
        }
    }

    @Override
    public synchronized void allStale(String because) {
        long marked = entries.values().stream().filter(this::expire).count();
        if (marked > 0) {
            LOG.warn("quotes of all {} instruments are stale: {}", marked, because);
        }
    }

    /** Publishes what had to wait. */
    public synchronized void flush() {
        for (BoardEntry entry : entries.values()) {
            if (entry.isDue()) {
                offer(entry);
            }
        }
    }

    /** Publishes every last quote again, as of now: late comers learn it, and silence means a dead publisher. */
    public synchronized void refresh() {
        for (BoardEntry entry : entries.values()) {
            if (offer(entry)) {
                metrics.refreshed();
            }
        }
    }

    private boolean expire(BoardEntry entry) {
        boolean marked = entry.expire(clock.instant());
        if (marked) {
            offer(entry);
            countStale();
        }
        return marked;
    }

    /** Staleness waits for no budget: there are only as many marks as instruments. */
    private boolean offer(BoardEntry entry) {
        Instant now = clock.instant();
        Quote quote = entry.quote(now, source);
        if (quote == null) {
            return false;
        }
        boolean handedOver = (quote.stale() || budget.take(nanos(now))) && outlet.publish(quote);
        entry.published(handedOver);
        if (handedOver) {
            metrics.published();
        } else {
            metrics.postponed();
        }
        return handedOver;
    }

    private void countStale() {
        metrics.staleInstruments(
                (int) entries.values().stream().filter(BoardEntry::isStale).count());
    }

    private void unknown(String symbol) {
        metrics.unknownSymbol();
        if (unknownSymbolsSaid.size() < UNKNOWN_SYMBOLS_SAID_MAX && unknownSymbolsSaid.add(symbol)) {
            LOG.warn("prices of {}, which is no instrument here: ignored", symbol);
        }
    }

    private static long nanos(Instant now) {
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
