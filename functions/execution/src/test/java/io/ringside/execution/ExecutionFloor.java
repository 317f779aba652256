package io.ringside.execution;

import io.micronaut.context.ApplicationContext;
import io.nats.client.Connection;
import io.nats.client.api.MessageInfo;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.VenueAmendRefused;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.contracts.venue.VenueOrderReplaced;
import io.ringside.reference.QuoteTable;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.AnAmend;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.InstrumentRows;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.Quotes;
import io.ringside.testkit.SequentialIds;
import io.ringside.testkit.StoredMessages;
import io.ringside.trading.calendar.TradingDay;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Execution on real servers: what other functions would tell it goes in, what it tells them comes out. */
public final class ExecutionFloor implements AutoCloseable {
    /** How long the watcher waits for a command that it sent. */
    static final String COMMAND_WAIT = "execution.paper-venue.command-wait";

    private static final SequentialIds IDS = new SequentialIds();

    final OwnServers servers = new OwnServers();
    public final Database database = servers.database;
    final Connection connection = servers.connection;
    private final Map<String, String> settings;
    private ApplicationContext running;

    public ExecutionFloor(String... instruments) {
        this(Map.of(), instruments);
    }

    /** With settings over the usual ones. */
    ExecutionFloor(Map<String, String> settings, String... instruments) {
        this.settings = settings;
        for (String id : instruments) {
            list(id);
        }
        running = start();
    }

    /** Lists an instrument. */
    void list(String id) {
        Instrument metal = Instruments.metal(id, Price.of("1", 0), Quantity.of("0.5", 1), 1);
        InstrumentRows.add(database, Instruments.on(dayThatIsLongFromOver(), metal));
    }

    /** Orders that are good for the day would end in the middle of a test that runs at midnight. */
    private static TradingDay dayThatIsLongFromOver() {
        Instant end = Clock.systemUTC().instant().plus(Duration.ofHours(12));
        return new TradingDay(
                LocalTime.ofInstant(end, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES), ZoneId.of("UTC"));
    }

    private ApplicationContext start() {
        // nothing grows old, and no command is sent again, however slow the machine is
        Map<String, String> properties =
                new HashMap<>(Map.of("execution.paper-venue.quote-age-max", "1h", COMMAND_WAIT, "1h"));
        properties.putAll(settings);
        properties.putAll(servers.properties("execution"));
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
        Eventually.holds("the quote is known", () -> isKnown(quote));
    }

    /** The same when the function may not be connected yet: publishes again and again. */
    void quoteAgainAndAgain(String instrument, String text) {
        Quote quote = Quotes.of(instrument, text, Clock.systemUTC().instant(), false);
        Eventually.holds("the quote is known", () -> {
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

    /** An order with ids of its own. */
    static AnOrder order(String instrument, String text) {
        String id = IDS.text();
        return AnOrder.in(instrument, text).of("ACC").named(id, "c-" + id);
    }

    /** Tells that an order was accepted. */
    void accepted(AnOrder order) {
        accepted(order, "accepted-" + order.orderId());
    }

    void accepted(AnOrder order, String messageId) {
        servers.send(Subjects.orderFact("accepted", order.account(), order.orderId()), messageId, order.accepted());
    }

    /** Tells that the cancel of an order was requested. */
    void cancelRequested(AnOrder order, String cancelId) {
        String messageId = "cancel-" + order.orderId() + '-' + cancelId;
        String subject = Subjects.orderFact("cancel-requested", order.account(), order.orderId());
        servers.send(subject, messageId, order.cancelling(cancelId));
    }

    /** Tells that an amend of an order was requested. */
    void amendRequested(AnAmend amend) {
        AnOrder order = amend.order();
        String subject = Subjects.orderFact("amend-requested", order.account(), order.orderId());
        servers.send(subject, "amend-" + order.orderId() + '-' + amend.id(), amend.requested());
    }

    /** What was told of an order so far: {@code 5@100}, {@code EXPIRED 5 reason}. */
    List<String> told(AnOrder order) {
        List<String> told = new ArrayList<>();
        for (MessageInfo message : StoredMessages.in(connection, "EVENTS", "evt.*.*.*.*." + order.orderId())) {
            told.addAll(text(message));
        }
        return told;
    }

    /** Waits until that much was told of an order, and returns it. */
    List<String> awaitTold(AnOrder order, int count) {
        Eventually.holds(
                count + " facts of " + order.orderId(), () -> told(order).size() >= count);
        return told(order);
    }

    List<TradeBooked> trades() {
        return servers.stored("EVENTS", "evt.trade.booked.>", TradeBooked.class);
    }

    /** Message ids of the venue's commands of this verb about an instrument. */
    List<String> commands(String verb, String instrument) {
        return StoredMessages.in(connection, "COMMANDS", "cmd.venue." + verb + ".*." + instrument).stream()
                .map(message ->
                        Objects.requireNonNull(message.getHeaders()).getFirst(io.ringside.contracts.Headers.MESSAGE_ID))
                .toList();
    }

    private static List<String> text(MessageInfo message) {
        String subject = message.getSubject();
        if (subject.startsWith("evt.trade.")) {
            TradeBooked trade = OwnServers.decoded(message, TradeBooked.class);
            return List.of(trade.quantity() + "@" + trade.price());
        }
        if (subject.startsWith("evt.venue.replaced.")) {
            VenueOrderReplaced now = OwnServers.decoded(message, VenueOrderReplaced.class);
            return List.of("REPLACED " + now.quantity() + " @ " + now.limitPrice() + " left " + now.leaves());
        }
        if (subject.startsWith("evt.venue.amend-refused.")) {
            return List.of("AMEND_REFUSED "
                    + OwnServers.decoded(message, VenueAmendRefused.class).reason());
        }
        if (subject.startsWith("evt.venue.")) {
            VenueOrderEnded ended = OwnServers.decoded(message, VenueOrderEnded.class);
            return List.of(
                    ended.ending() + " " + ended.leaves() + (ended.reason() == null ? "" : " " + ended.reason()));
        }
        return List.of();
    }

    @Override
    public void close() {
        running.close();
        servers.close();
    }
}
