package io.ringside.execution;

import io.micronaut.context.ApplicationContext;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.provision.servers.NatsServer;
import io.ringside.reference.QuoteTable;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Database;
import io.ringside.testkit.Floor;
import io.ringside.testkit.StoredMessages;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Execution on real servers: what other functions would tell it goes in, what it tells them comes out. */
public final class ExecutionFloor implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    final NatsServer nats = Floor.shared().freshNats();
    public final Database database = Floor.shared().freshDatabase();
    final Connection connection = Floor.connect(nats);
    private final Map<String, String> settings;
    private ApplicationContext running;

    public ExecutionFloor(String... instruments) {
        this(Map.of(), instruments);
    }

    /** With settings over the usual ones. */
    ExecutionFloor(Map<String, String> settings, String... instruments) {
        this.settings = settings;
        database.execute("insert into reference.currency values ('USD', 2)");
        for (String id : instruments) {
            database.execute("""
                    insert into reference.instrument (id, symbol, name, asset_class, currency, price_scale, price_tick,
                        quantity_scale, quantity_step, quantity_unit, contract_size)
                    values ('%1$s', '%1$s', '%1$s', 'METAL', 'USD', 0, 1, 1, 0.5, 'oz', 1)
                    """.formatted(id));
        }
        running = start();
    }

    private ApplicationContext start() {
        Map<String, String> properties = new HashMap<>(settings);
        properties.putAll(Map.of(
                "NATS_URL", nats.url(),
                "NATS_MONITORING_URL", nats.monitoringUrl(),
                "JDBC_URL", database.jdbcUrl(),
                "JDBC_USER", database.user(),
                "JDBC_PASSWORD", database.password()));
        return FunctionApplication.run("execution", Execution.class, properties);
    }

    /** Stops the function and starts it again on the same servers. */
    void restart() {
        running.close();
        running = start();
    }

    public <T> T bean(Class<T> type) {
        return running.getBean(type);
    }

    /** Publishes a quote and returns when the function knows it. */
    public void quote(String instrument, String text) {
        quote(instrument, text, Clock.systemUTC().instant(), false);
    }

    void quote(String instrument, String text, Instant at, boolean stale) {
        Quote quote = Quotes.of(instrument, text, at, stale);
        publish(quote);
        eventually("the quote is known", () -> isKnown(quote));
    }

    /** The same when the function may not be connected yet: publishes again and again. */
    void quoteAgainAndAgain(String instrument, String text) {
        Quote quote = Quotes.of(instrument, text, Clock.systemUTC().instant(), false);
        eventually("the quote is known", () -> {
            publish(quote);
            return isKnown(quote);
        });
    }

    private void publish(Quote quote) {
        connection.publish(Subjects.quote(quote.instrument()), Wire.encode(quote));
    }

    private boolean isKnown(Quote quote) {
        return bean(QuoteTable.class)
                .find(quote.instrument())
                .map(seen -> seen.quote().sequence() >= quote.sequence())
                .orElse(false);
    }

    /** Tells that an order was accepted. */
    void accepted(OrderState order) {
        accepted(order, "accepted-" + order.orderId());
    }

    void accepted(OrderState order, String messageId) {
        send(Subjects.orderFact("accepted", order.account(), order.orderId()), messageId, order);
    }

    /** Tells that the cancel of an order was requested. */
    void cancelRequested(OrderState order) {
        String messageId = "cancel-" + order.orderId() + '-' + order.cancelId();
        send(Subjects.orderFact("cancel-requested", order.account(), order.orderId()), messageId, order);
    }

    void send(String subject, String messageId, Object body) {
        Headers headers = new Headers().put(io.ringside.contracts.Headers.MESSAGE_ID, messageId);
        try {
            connection.jetStream().publish(subject, headers, Wire.encode(body));
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException("cannot send to " + subject, e);
        }
    }

    /** What was told of an order so far: {@code 5@100}, {@code EXPIRED 5 reason}. */
    List<String> told(OrderState order) {
        List<String> told = new ArrayList<>();
        for (MessageInfo message : StoredMessages.in(connection, "EVENTS", "evt.*.*.*.*." + order.orderId())) {
            told.addAll(text(message));
        }
        return told;
    }

    /** Waits until that much was told of an order, and returns it. */
    List<String> awaitTold(OrderState order, int count) {
        eventually(count + " facts of " + order.orderId(), () -> told(order).size() >= count);
        return told(order);
    }

    List<TradeBooked> trades() {
        return StoredMessages.in(connection, "EVENTS", "evt.trade.booked.>").stream()
                .map(message -> decode(message, TradeBooked.class))
                .toList();
    }

    /** Message ids of the venue's commands of this verb about an instrument. */
    List<String> commands(String verb, String instrument) {
        return StoredMessages.in(connection, "COMMANDS", "cmd.venue." + verb + ".*." + instrument).stream()
                .map(message ->
                        Objects.requireNonNull(message.getHeaders()).getFirst(io.ringside.contracts.Headers.MESSAGE_ID))
                .toList();
    }

    /** Looks again and again until it holds. */
    public static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + DEADLINE + ": " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static List<String> text(MessageInfo message) {
        String subject = message.getSubject();
        if (subject.startsWith("evt.trade.")) {
            TradeBooked trade = decode(message, TradeBooked.class);
            return List.of(trade.quantity() + "@" + trade.price());
        }
        if (subject.startsWith("evt.venue.")) {
            VenueOrderEnded ended = decode(message, VenueOrderEnded.class);
            return List.of(
                    ended.ending() + " " + ended.leaves() + (ended.reason() == null ? "" : " " + ended.reason()));
        }
        return List.of();
    }

    static <T> T decode(MessageInfo message, Class<T> type) {
        try {
            return Wire.decode(Objects.requireNonNull(message.getData()), type);
        } catch (Wire.UndecodableException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        running.close();
        connection.close();
        nats.close();
    }
}
