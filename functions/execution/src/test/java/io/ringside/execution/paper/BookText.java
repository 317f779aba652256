package io.ringside.execution.paper;

import io.ringside.contracts.Side;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.contracts.venue.AmendVenueOrder;
import io.ringside.execution.book.VenueFact;
import io.ringside.execution.book.WorkingOrder;
import io.ringside.execution.book.WorkingOrder.Ticket;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.Quotes;
import io.ringside.trading.calendar.TradingDay;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Orders, quotes and facts as a trader writes them: {@code A BUY DAY 5 @ 100}, {@code 7: 99 x 10 / 100 x 10},
 * {@code A 5@100}.
 */
final class BookText {
    static final Instant NOON = AnOrder.NOON;
    /** The end of that trading day. */
    static final Instant EVENING = Instant.parse("2026-11-21T20:00:00Z");
    /** Prices in whole units, quantities in steps of 0.5 with one decimal. */
    static final Instrument GOLD = Instruments.on(
            new TradingDay(LocalTime.of(20, 0), ZoneId.of("Europe/London")),
            Instruments.metal("GOLD", Price.of("1", 0), Quantity.of("0.5", 1), 1));

    static final Instrument HALTED_GOLD = halted(GOLD);

    private static final String NONE = "-";

    private BookText() {}

    private static Instrument halted(Instrument open) {
        return new Instrument(
                open.id(),
                open.symbol(),
                open.name(),
                open.assetClass(),
                open.currency(),
                open.currencyScale(),
                open.priceTick(),
                open.quantityStep(),
                open.quantityUnit(),
                open.contractSize(),
                open.tradingDay(),
                Instrument.Status.HALTED,
                open.version());
    }

    /** An order of noon. */
    static WorkingOrder order(String text, long arrival) {
        return order(text, arrival, EVENING);
    }

    /** An order of a day that ends then. */
    static WorkingOrder order(String text, long arrival, Instant end) {
        String[] words = text.split(" ");
        Quantity quantity = Quantity.of(words[3], 1);
        TimeInForce timeInForce = TimeInForce.valueOf(words[2]);
        Price limit = words[4].equals("MARKET") ? null : Price.of(words[5], 0);
        return new WorkingOrder(
                new Ticket(words[0], "c-" + words[0], "ACC", "alice", GOLD.id()),
                Side.valueOf(words[1]),
                timeInForce,
                quantity,
                quantity,
                limit,
                timeInForce == TimeInForce.DAY || timeInForce == TimeInForce.GTD ? end : null,
                arrival,
                WorkingOrder.State.WORKING);
    }

    /** What {@code A 5 @ 101} asks for. */
    static AmendVenueOrder amend(String text) {
        String[] words = text.split(" ");
        return new AmendVenueOrder(words[0], "c-" + words[0], "ACC", "alice", GOLD.id(), "x", words[1], words[3]);
    }

    static @Nullable TopOfBook top(String text) {
        if (text.equals(NONE)) {
            return null;
        }
        return TopOfBook.of(quote(text), GOLD, NOON);
    }

    static Quote quote(String text) {
        return Quotes.of(GOLD.id(), text, NOON);
    }

    static String facts(List<VenueFact> facts) {
        return facts.isEmpty() ? NONE : facts.stream().map(BookText::fact).collect(Collectors.joining(", "));
    }

    private static String fact(VenueFact fact) {
        return switch (fact) {
            case VenueFact.Filled filled ->
                filled.order().ticket().orderId() + " " + text(filled.quantity()) + "@" + filled.price();
            case VenueFact.Expired expired ->
                expired.order().ticket().orderId() + " expired "
                        + text(expired.order().leaves()) + (expired.reason() == null ? "" : " " + expired.reason());
            case VenueFact.Replaced replaced ->
                replaced.order().ticket().orderId() + " becomes "
                        + text(replaced.order().quantity()) + " @ "
                        + replaced.order().limit() + " left "
                        + text(replaced.order().leaves());
            case VenueFact.Cancelled cancelled ->
                cancelled.order().ticket().orderId() + " cancelled "
                        + text(cancelled.order().leaves());
        };
    }

    private static String text(Quantity quantity) {
        return quantity.text().replace(".0", "");
    }
}
