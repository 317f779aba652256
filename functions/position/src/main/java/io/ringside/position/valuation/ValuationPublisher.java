package io.ringside.position.valuation;

import io.micronaut.context.annotation.Context;
import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.position.held.HeldPosition;
import io.ringside.reference.QuoteTable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes {@code valuation.<account>}. What cannot be published is made up for by the position's next valuation. */
@Context
final class ValuationPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(ValuationPublisher.class);
    private static final String TYPE = "valuation";

    private final PositionBook book;
    private final BookReading reading;
    private final LastMarks marks;
    private final QuoteTable quotes;
    private final Connection connection;
    private final InstantSource clock;
    private final Thread publisher =
            Thread.ofVirtual().name("valuation-publisher").unstarted(this::run);

    ValuationPublisher(
            PositionBook book,
            BookReading reading,
            LastMarks marks,
            QuoteTable quotes,
            Connection connection,
            InstantSource clock) {
        this.book = book;
        this.reading = reading;
        this.marks = marks;
        this.quotes = quotes;
        this.connection = connection;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        quotes.follow(quote -> book.quoted(quote.quote().instrument()));
        publisher.start();
    }

    @PreDestroy
    void stop() {
        publisher.interrupt();
    }

    private void run() {
        try {
            while (true) {
                book.awaitNews();
                Instant now = clock.instant();
                reading.readIfDue(now);
                if (connection.getStatus()
                        == Connection.Status.CONNECTED) { // What is buffered would be old when it goes.
                    book.takeDue(now).forEach(held -> publish(held, now));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Told to stop.
        }
    }

    private void publish(HeldPosition held, Instant now) {
        try {
            byte[] body = Wire.encode(Valuation.of(held, marks.of(held, now), now));
            Headers headers = new Headers().put(io.ringside.contracts.Headers.TYPE, TYPE);
            connection.publish(Subjects.valuation(held.key().account()), headers, body);
        } catch (RuntimeException e) {
            LOG.warn("no valuation of {}: {}", held.key(), e.getMessage());
        }
    }
}
