package io.ringside.marketdata.quote;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** Figures of the way out. */
public final class QuoteMetrics {
    private final Counter published;
    private final Counter refreshed;
    private final Counter postponed;
    private final Counter unknownSymbols;
    private final Counter unfitting;
    private final AtomicInteger staleInstruments;

    public QuoteMetrics(MeterRegistry registry) {
        published = registry.counter("marketdata.quotes.published");
        refreshed = registry.counter("marketdata.quotes.refreshed");
        postponed = registry.counter("marketdata.quotes.postponed");
        unknownSymbols = registry.counter("marketdata.quotes.unknown.symbols");
        unfitting = registry.counter("marketdata.quotes.unfitting");
        staleInstruments = registry.gauge("marketdata.instruments.stale", new AtomicInteger());
    }

    void published() {
        published.increment();
    }

    void refreshed() {
        refreshed.increment();
    }

    /** Over the budget or without a connection: the latest one goes later. */
    void postponed() {
        postponed.increment();
    }

    void unknownSymbol() {
        unknownSymbols.increment();
    }

    /** A price with more decimals than the instrument has. */
    void unfitting() {
        unfitting.increment();
    }

    void staleInstruments(int count) {
        staleInstruments.set(count);
    }
}
