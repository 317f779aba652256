package io.ringside.execution.paper;

import io.ringside.reference.QuoteTable;
import io.ringside.reference.ReferenceData;
import io.ringside.reference.SeenQuote;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.market.TopOfBook;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a quote that crosses resting orders into a match command. It decides nothing: a command too many fills
 * nothing, and one too few is made up for by the next quote or by the next reading of the store.
 */
@Singleton
final class CrossingWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(CrossingWatcher.class);

    private final InterestStore store;
    private final ReferenceData reference;
    private final QuoteTable quotes;
    private final MatchCommands commands;
    private final InstantSource clock;
    private final PaperVenueSettings settings;
    private final CrossingTable table;
    private final DueInstruments due = new DueInstruments();
    private final Thread reader = Thread.ofVirtual().name("crossing-watcher").unstarted(this::readWhenDue);

    CrossingWatcher(
            InterestStore store,
            ReferenceData reference,
            QuoteTable quotes,
            MatchCommands commands,
            InstantSource clock,
            PaperVenueSettings settings) {
        this.store = store;
        this.reference = reference;
        this.quotes = quotes;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
        this.table = new CrossingTable(settings.matchWait());
    }

    /** Watches the instruments of these partitions and no others. */
    void owns(Set<Integer> partitions) {
        if (table.owns(partitions)) {
            due.add(allInstruments());
        }
    }

    /** Hears what a committed batch did: whose orders changed, and up to which quote they are matched. */
    void committed(BatchBooks books) {
        books.matchCommands().forEach(table::settle);
        for (VenueBook book : books.all()) {
            table.matched(book.instrument().id(), book.displayed().quoteSequence());
        }
        due.add(books.toReadAgain());
    }

    @PostConstruct
    void start() {
        quotes.follow(this::look);
        reader.start();
    }

    @PreDestroy
    void stop() {
        reader.interrupt();
    }

    private void look(SeenQuote quote) {
        TopOfBook top = quote.book();
        Instant now = clock.instant();
        if (top.isCurrent(now, settings.quoteAgeMax()) && table.claim(top, now)) {
            send(quote);
        }
    }

    private void send(SeenQuote quote) {
        try {
            commands.send(quote.quote()).whenComplete((stored, failure) -> {
                if (failure != null) {
                    giveUp(quote, failure);
                }
            });
        } catch (RuntimeException e) {
            giveUp(quote, e);
        }
    }

    /** The next quote, or the next reading, will try again. */
    private void giveUp(SeenQuote quote, Throwable failure) {
        LOG.warn("no match command for {}: {}", quote.quote().instrument(), failure.getMessage());
        table.settle(quote.quote().instrument(), quote.quote().sequence());
    }

    private void readWhenDue() {
        Instant nextFull = clock.instant();
        try {
            while (true) {
                Set<String> named = due.take(settings.interestRefresh());
                Instant now = clock.instant();
                boolean full = named.isEmpty() || !now.isBefore(nextFull);
                nextFull = full ? now.plus(settings.interestRefresh()) : nextFull;
                readOrWarn(full ? allInstruments() : named);
                Thread.sleep(settings.interestPause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Told to stop.
        }
    }

    private void readOrWarn(Set<String> ids) throws InterruptedException {
        try {
            read(ids);
        } catch (RuntimeException e) {
            LOG.warn("resting orders could not be read, trying again: {}", e.getMessage());
            Thread.sleep(settings.interestRefresh());
        }
    }

    private void read(Set<String> ids) {
        Map<String, Instrument> wanted = new HashMap<>();
        for (String id : ids) {
            if (table.watches(id)) {
                reference.instruments().find(id).ifPresent(instrument -> wanted.put(id, instrument));
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        store.read(wanted).forEach(table::learn);
        wanted.keySet().forEach(id -> quotes.find(id).ifPresent(this::look));
    }

    private Set<String> allInstruments() {
        return reference.instruments().all().stream().map(Instrument::id).collect(Collectors.toSet());
    }
}
