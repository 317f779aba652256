package io.ringside.activity;

import io.ringside.contracts.Side;
import io.ringside.contracts.activity.ActivityEntry;
import io.ringside.contracts.activity.ActivityEntry.Kind;
import io.ringside.contracts.activity.ActivityReader;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.RfqState;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.trade.TradeBooked;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a fact looks like to each of its readers: pure. The web app makes the same lines from its notices
 * ({@code activity-lines.json} of the tests holds both to it).
 */
final class Lines {
    /** Of a transaction, which is what it is. */
    static final String TRADED = "TRADED";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

    private Lines() {}

    /** An order; one that was refused because its quantity is none is no line, as it is no row of the book. */
    static Optional<Line> of(OrderState order) {
        if (!isPositive(order.quantity())) {
            return Optional.empty();
        }
        String price = order.averagePrice() == null ? order.limitPrice() : order.averagePrice();
        ActivityEntry entry = new ActivityEntry(
                Kind.ORDER,
                order.orderId(),
                order.orderId(),
                order.account(),
                micros(order.at()),
                order.instrument(),
                order.side(),
                order.quantity(),
                price != null && isNumber(price) ? price : null,
                null,
                null,
                order.status().name(),
                null,
                null,
                order.version());
        return Optional.of(new Line(ActivityReader.account(order.account()), entry));
    }

    /**
     * One side of a trade.
     *
     * @param at when its reader is told: a fill with the order that it changes, an agreement when it was made
     */
    static Line of(TradeBooked trade, Instant at) {
        ActivityEntry entry = new ActivityEntry(
                Kind.TRANSACTION,
                trade.executionId(),
                trade.orderId(),
                trade.account(),
                micros(at),
                trade.instrument(),
                trade.side(),
                trade.quantity(),
                trade.price(),
                trade.counterparty(),
                null,
                TRADED,
                null,
                null,
                1);
        return new Line(ActivityReader.account(trade.account()), entry);
    }

    /** A request for quotes: the line of whoever asked, then one for each who was asked. */
    static List<Line> of(RfqState rfq) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(ActivityReader.user(rfq.user()), sent(rfq)));
        rfq.quotes().forEach(own -> lines.add(new Line(ActivityReader.user(own.user()), received(rfq, own))));
        return lines;
    }

    private static ActivityEntry sent(RfqState rfq) {
        List<String> firms =
                rfq.quotes().stream().map(RfqState.Quote::firm).distinct().toList();
        Optional<RfqState.Quote> shown = shown(rfq);
        String counterparty = firms.size() == 1
                ? firms.getFirst()
                : shown.filter(quote -> quote.status() == QuoteStatus.TRADED)
                        .map(RfqState.Quote::firm)
                        .orElse(null);
        return new ActivityEntry(
                Kind.RFQ_SENT,
                rfq.rfqId(),
                rfq.rfqId(),
                rfq.account(),
                micros(rfq.at()),
                rfq.instrument(),
                rfq.side(),
                rfq.quantity(),
                shown.map(RfqState.Quote::price).orElse(null),
                counterparty,
                firms.size(),
                rfq.status().name(),
                null,
                null,
                rfq.version());
    }

    /** Made from the terms and the reader's own answer alone: nothing of the others can be in it, nor their haste. */
    private static ActivityEntry received(RfqState rfq, RfqState.Quote own) {
        return new ActivityEntry(
                Kind.RFQ_RECEIVED,
                rfq.rfqId(),
                rfq.rfqId(),
                own.account(),
                micros(rfq.at()),
                rfq.instrument(),
                rfq.side() == Side.BUY ? Side.SELL : Side.BUY,
                rfq.quantity(),
                own.status() == QuoteStatus.PASSED ? null : own.price(),
                rfq.firm(),
                null,
                own.status().name(),
                null,
                null,
                Math.max(own.told(), 1));
    }

    /** The answer that traded; while nothing is decided the best price for whoever asked. */
    private static Optional<RfqState.Quote> shown(RfqState rfq) {
        Comparator<RfqState.Quote> byPrice = Comparator.comparing(quote -> number(quote.price()));
        QuoteStatus wanted = rfq.status() == RfqStatus.TRADED ? QuoteStatus.TRADED : QuoteStatus.ACTIVE;
        return rfq.quotes().stream()
                .filter(quote -> quote.status() == wanted)
                .min(rfq.side() == Side.BUY ? byPrice : byPrice.reversed());
    }

    private static boolean isPositive(String text) {
        return isNumber(text) && number(text).signum() > 0;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static BigDecimal number(@Nullable String text) {
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }

    /** The book keeps no finer time, and a line is the same wherever it was made. */
    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
