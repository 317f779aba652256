package io.ringside.execution.paper;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.contracts.venue.AmendVenueOrder;
import io.ringside.contracts.venue.CloseTradingDay;
import io.ringside.contracts.venue.EnterVenueOrder;
import io.ringside.contracts.venue.MatchVenueOrders;
import io.ringside.contracts.venue.PullVenueOrder;
import io.ringside.execution.book.VenueBook;
import io.ringside.execution.book.VenueFact;
import io.ringside.execution.book.WorkingOrder;
import io.ringside.execution.book.WorkingOrder.Ticket;
import io.ringside.execution.watch.VenueSettings;
import io.ringside.execution.watch.VenueWatcher;
import io.ringside.reference.SeenQuote;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.OrderedFunction;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.market.TopOfBook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the commands of one batch on the books of its instruments. */
final class PaperVenueWork implements OrderedFunction.Work {
    private final BatchBooks books;
    private final VenueStore store;
    private final VenueWatcher watcher;
    private final VenueReports reports;
    private final Duration quoteAgeMax;

    PaperVenueWork(BatchBooks books, VenueStore store, VenueWatcher watcher, VenueSettings settings) {
        this.books = books;
        this.store = store;
        this.watcher = watcher;
        this.reports = new VenueReports(settings.name());
        this.quoteAgeMax = settings.quoteAgeMax();
    }

    @Override
    public Decision decide(Delivery delivery) {
        return switch (delivery.body()) {
            case EnterVenueOrder order -> enter(order, delivery);
            case PullVenueOrder pull -> pull(pull, delivery);
            case AmendVenueOrder amend -> amend(amend, delivery);
            case MatchVenueOrders match -> match(match, delivery);
            case CloseTradingDay close -> close(close, delivery);
            default -> throw new IllegalStateException("not followed: " + delivery.subject());
        };
    }

    @Override
    public void save() {
        store.save(books.all());
    }

    @Override
    public void committed() {
        watcher.committed(books.done());
    }

    private Decision enter(EnterVenueOrder command, Delivery delivery) {
        VenueBook book = books.of(command.instrument());
        if (book.find(command.orderId()).isPresent()) {
            return Decision.nothing("known");
        }
        SeenQuote quote = books.newestQuote(command.instrument());
        WorkingOrder order = order(command, book.instrument(), delivery);
        List<VenueFact> facts = book.enter(order, usable(quote, delivery.at()), delivery.at());
        String none = book.isHalted() ? "halted" : "resting";
        boolean executed = facts.stream().anyMatch(VenueFact.Filled.class::isInstance);
        List<Emission> told = new ArrayList<>(reports.of(facts, delivery.at()));
        book.find(command.orderId())
                .filter(entered -> entered.isWorking() && entered.timeInForce() == TimeInForce.GTD)
                .ifPresent(entered -> told.add(VenueReports.timer(entered)));
        return new Decision(executed ? "executed" : facts.isEmpty() ? none : "expired", shown(quote), told);
    }

    private Decision match(MatchVenueOrders command, Delivery delivery) {
        SeenQuote quote = books.learn(command.quote(), delivery.at());
        VenueBook book = books.of(command.instrument());
        List<VenueFact> facts = book.match(usable(quote, delivery.at()), delivery.at());
        String none = book.isHalted() ? "halted" : "nothing-matched";
        return decision(facts.isEmpty() ? none : "matched", quote, facts, delivery.at());
    }

    /** Nothing has ended when whoever sent the command is ahead of the log's time, or another was faster. */
    private Decision close(CloseTradingDay command, Delivery delivery) {
        List<VenueFact> facts = books.of(command.instrument()).close(delivery.at());
        return decision(facts.isEmpty() ? "nothing-ended" : "day-closed", null, facts, delivery.at());
    }

    private Decision pull(PullVenueOrder command, Delivery delivery) {
        VenueBook book = books.of(command.instrument());
        WorkingOrder order = book.find(command.orderId()).orElse(null);
        if (order != null && order.isWorking()) {
            return decision("pulled", null, List.of(book.pull(order, command.cancelId())), delivery.at());
        }
        return Decision.of("pull-refused", List.of(reports.cancelRefused(command, order, delivery.at())));
    }

    /** Refused is what has ended, and what never was; what rests without a limit is not amended to one. */
    private Decision amend(AmendVenueOrder command, Delivery delivery) {
        VenueBook book = books.of(command.instrument());
        WorkingOrder order = book.find(command.orderId()).orElse(null);
        if (order == null || !order.isWorking() || order.limit() == null) {
            RejectReason reason = order == null
                    ? RejectReason.UNKNOWN_ORDER
                    : order.isWorking() ? RejectReason.NOT_AMENDABLE : RejectReason.TOO_LATE_TO_AMEND;
            return Decision.of("amend-refused", List.of(VenueReports.amendRefused(command, reason, delivery.at())));
        }
        SeenQuote quote = books.newestQuote(command.instrument());
        List<VenueFact> facts =
                book.amend(order, command, delivery.sequence(), usable(quote, delivery.at()), delivery.at());
        List<Emission> told = new ArrayList<>(reports.of(facts, delivery.at()));
        boolean replaced = facts.getFirst() instanceof VenueFact.Replaced;
        if (!replaced) {
            told.add(VenueReports.amendRefused(command, RejectReason.TOO_LATE_TO_AMEND, delivery.at()));
        }
        return new Decision(replaced ? "replaced" : "expired", shown(quote), told);
    }

    private Decision decision(String outcome, @Nullable SeenQuote quote, List<VenueFact> facts, Instant at) {
        return new Decision(outcome, shown(quote), reports.of(facts, at));
    }

    private static String shown(@Nullable SeenQuote quote) {
        return quote == null ? "" : new String(Wire.encode(quote.quote()), StandardCharsets.UTF_8);
    }

    private @Nullable TopOfBook usable(@Nullable SeenQuote quote, Instant at) {
        return quote != null && quote.book().isCurrent(at, quoteAgeMax) ? quote.book() : null;
    }

    private static WorkingOrder order(EnterVenueOrder command, Instrument instrument, Delivery delivery) {
        var quantity = instrument.quantity(command.quantity()).orThrow("quantity");
        String limit = command.limitPrice();
        return new WorkingOrder(
                new Ticket(
                        command.orderId(),
                        command.clientOrderId(),
                        command.account(),
                        command.user(),
                        command.instrument()),
                command.side(),
                command.timeInForce(),
                quantity,
                quantity,
                limit == null ? null : instrument.price(limit).orThrow("limitPrice"),
                switch (command.timeInForce()) {
                    case DAY -> instrument.tradingDay().endOf(delivery.at());
                    case GTD -> command.expiresAt();
                    case IOC, FOK, GTC -> null;
                },
                delivery.sequence(),
                WorkingOrder.State.WORKING);
    }
}
