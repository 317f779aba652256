package io.ringside.execution.watch;

import io.ringside.execution.watch.Interest.Ending;
import io.ringside.reference.QuoteTable;
import io.ringside.reference.ReferenceData;
import io.ringside.reference.SeenQuote;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.market.TopOfBook;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a quote that crosses resting orders into a match command, and the end of a resting order's day into one that
 * closes the day. It decides nothing: a command too many changes nothing, and one too few is made up for by the next
 * quote or by the next reading of the store.
 */
@Singleton
public final class VenueWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(VenueWatcher.class);

    private final InterestStore store;
    private final ReferenceData reference;
    private final QuoteTable quotes;
    private final WatcherCommands commands;
    private final InstantSource clock;
    private final VenueSettings settings;
    private final CrossingTable table;
    private final DueInstruments due = new DueInstruments();
    private final Thread reader = Thread.ofVirtual().name("venue-watcher").unstarted(this::readWhenDue);

    VenueWatcher(
            InterestStore store,
            ReferenceData reference,
            QuoteTable quotes,
            WatcherCommands commands,
            InstantSource clock,
            VenueSettings settings) {
        this.store = store;
        this.reference = reference;
        this.quotes = quotes;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
        this.table = new CrossingTable(settings.commandWait());
    }

    /** Watches the instruments of these partitions and no others. */
    public void owns(Set<Integer> partitions) {
        if (table.owns(partitions)) {
            due.add(allInstruments());
        }
    }

    /**
     * What a committed batch did.
     *
     * @param matchCommands the newest quote of each instrument that a match command was about, whatever came of it
     * @param matchedUpTo the quote of each instrument that its orders are matched up to
     * @param changed instruments whose resting orders may not be what the watcher takes them to be
     */
    public record Committed(Map<String, Long> matchCommands, Map<String, Long> matchedUpTo, Set<String> changed) {}

    /** Hears what a committed batch did. */
    public void committed(Committed batch) {
        batch.matchCommands().forEach(table::settle);
        batch.matchedUpTo().forEach(table::matched);
        due.add(batch.changed());
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
        if (top.isCurrent(now, settings.quoteAgeMax()) && isOpen(top.instrument()) && table.claim(top, now)) {
            send(quote, Duration.between(Instant.EPOCH, now).dividedBy(settings.commandWait()));
        }
    }

    /** As of now: an instrument that was halted when the quote came may be open again. */
    private boolean isOpen(String instrument) {
        return reference
                .instruments()
                .find(instrument)
                .filter(found -> found.status() == Instrument.Status.OPEN)
                .isPresent();
    }

    private void send(SeenQuote quote, long round) {
        String instrument = quote.quote().instrument();
        send(
                instrument,
                () -> commands.match(quote.quote(), round),
                () -> table.settle(instrument, quote.quote().sequence()));
    }

    private void closeIfOver(String instrument, Interest interest) {
        Ending ending = interest.firstEnding();
        Instant now = clock.instant();
        if (ending != null && table.claimClose(instrument, ending, now)) {
            long round = Duration.between(ending.end(), now).dividedBy(settings.commandWait());
            send(instrument, () -> commands.close(instrument, ending, round), () -> table.giveUpClose(instrument));
        }
    }

    /** What could not be sent is given up: the next quote, or the next reading, will try again. */
    private static void send(String instrument, Supplier<CompletableFuture<?>> command, Runnable giveUp) {
        CompletableFuture<?> sent;
        try {
            sent = command.get();
        } catch (RuntimeException e) {
            sent = CompletableFuture.failedFuture(e);
        }
        sent.whenComplete((stored, failure) -> {
            if (failure != null) {
                LOG.warn("no command for {}: {}", instrument, failure.getMessage());
                giveUp.run();
            }
        });
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
        Map<String, Interest> interests = store.read(wanted);
        interests.forEach(table::learn);
        interests.forEach(this::closeIfOver);
        wanted.keySet().forEach(id -> quotes.find(id).ifPresent(this::look));
    }

    private Set<String> allInstruments() {
        return reference.instruments().all().stream().map(Instrument::id).collect(Collectors.toSet());
    }
}
