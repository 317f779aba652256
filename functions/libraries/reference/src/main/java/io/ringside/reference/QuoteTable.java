package io.ringside.reference;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.ApplicationStartupEvent;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.market.TopOfBook;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last quote of every instrument: fed by {@code quote.*}, primed from stream QUOTES before anything is handled, so
 * that a function that starts late knows prices before the next one is published. A quote that is older than the one
 * known is ignored.
 */
@Singleton
public final class QuoteTable implements ApplicationEventListener<ApplicationStartupEvent>, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(QuoteTable.class);

    private final Connection connection;
    private final ReferenceData reference;
    private final InstantSource clock;
    private final Map<String, SeenQuote> quotes = new ConcurrentHashMap<>();
    private final List<Consumer<SeenQuote>> followers = new CopyOnWriteArrayList<>();
    private @Nullable Dispatcher dispatcher;

    /** A table that listens once it is started. */
    public QuoteTable(Connection connection, ReferenceData reference, InstantSource clock) {
        this.connection = connection;
        this.reference = reference;
        this.clock = clock;
    }

    /** The last quote of an instrument. */
    public Optional<SeenQuote> find(String instrument) {
        return Optional.ofNullable(quotes.get(instrument));
    }

    /** The last prices of an instrument. */
    public Optional<TopOfBook> book(String instrument) {
        return find(instrument).map(SeenQuote::book);
    }

    /**
     * Calls for every new quote from now on, one at a time, on the thread that reads them: it must neither block nor
     * throw.
     */
    public void follow(Consumer<SeenQuote> follower) {
        followers.add(follower);
    }

    @PostConstruct
    void start() {
        Dispatcher created = connection.createDispatcher();
        created.subscribe(Subjects.ALL_QUOTES, this::receive);
        dispatcher = created;
    }

    @Override
    public void onApplicationEvent(ApplicationStartupEvent event) {
        prime();
    }

    /** After the instruments, before the functions. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    /** Returns when the stored quotes are read; waits for JetStream while it is away or slow. */
    void prime() {
        Patience.until("JetStream to read the last quotes", () -> new StoredQuotes(connection).forEach(this::receive));
    }

    @PreDestroy
    void stop() {
        if (dispatcher != null) {
            connection.closeDispatcher(dispatcher);
        }
    }

    private void receive(Message message) {
        receive(message.getSubject(), message.getData());
    }

    private void receive(String subject, byte[] body) {
        try {
            accept(Wire.decode(body, Quote.class));
        } catch (Wire.UndecodableException | RuntimeException e) {
            LOG.warn("a message on {} is no quote that can be used: {}", subject, e.getMessage());
        }
    }

    private void accept(Quote quote) {
        Optional<Instrument> instrument = reference.instruments().find(quote.instrument());
        if (instrument.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        SeenQuote seen = new SeenQuote(quote, instrument.get(), TopOfBook.of(quote, instrument.get(), now), now);
        if (quotes.merge(quote.instrument(), seen, QuoteTable::newer) == seen) {
            followers.forEach(follower -> follower.accept(seen));
        }
    }

    /** The same sequence again is the publisher saying that the prices still hold. */
    private static SeenQuote newer(SeenQuote known, SeenQuote seen) {
        return seen.quote().sequence() >= known.quote().sequence() ? seen : known;
    }
}
