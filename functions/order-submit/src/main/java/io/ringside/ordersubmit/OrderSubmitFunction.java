package io.ringside.ordersubmit;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.VenueAmendRefused;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.contracts.venue.VenueOrderReplaced;
import io.ringside.ordersubmit.book.OpenOrderTable;
import io.ringside.ordersubmit.book.OrderStore;
import io.ringside.reference.ReferenceData;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.Ids;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import io.ringside.runtime.call.RiskCall;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.order.Order;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands and venue facts in, facts and notices out. */
@Singleton
class OrderSubmitFunction implements OrderedFunction<OrderWork.Answers> {
    private final ReferenceData reference;
    private final RiskCall risk;
    private final OrderStore store;
    private final OpenOrderTable open;
    private final Ids ids;

    OrderSubmitFunction(ReferenceData reference, RiskCall risk, OrderStore store, OpenOrderTable open, Ids ids) {
        this.reference = reference;
        this.risk = risk;
        this.store = store;
        this.open = open;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "order-submit";
    }

    @Override
    public List<Source> sources() {
        return List.of(
                Source.commands(
                        "order",
                        Map.of(
                                "submit", SubmitOrder.class,
                                "cancel", CancelOrder.class,
                                "amend", AmendOrder.class,
                                "cancel-all", CancelOrders.class)),
                Source.facts("trade", Map.of("booked", TradeBooked.class)),
                Source.facts(
                        "venue",
                        Map.of(
                                "expired", VenueOrderEnded.class,
                                "cancelled", VenueOrderEnded.class,
                                "cancel-refused", VenueOrderEnded.class,
                                "replaced", VenueOrderReplaced.class,
                                "amend-refused", VenueAmendRefused.class)));
    }

    /** One call for the whole batch. Orders that amends name are read before: what is asked depends on them. */
    @Override
    public OrderWork.Answers ask(List<Delivery> batch) {
        Set<CommandKey> amended = batch.stream()
                .filter(delivery -> delivery.body() instanceof AmendOrder)
                .flatMap(delivery -> named(delivery).stream())
                .collect(Collectors.toSet());
        Map<CommandKey, Order> known = store.load(amended, reference.instruments());
        InstrumentTable instruments = reference.instrumentsWith(
                Stream.concat(traded(batch), known.values().stream().map(order -> order.terms()
                                .instrument()))
                        .toList());
        Map<CommandKey, ReserveRisk.Request> asked = new RiskQuestions(instruments, known).of(batch, this::identityOf);
        return new OrderWork.Answers(instruments, asked, risk.ask(List.copyOf(asked.values())));
    }

    /** A command is its account's and its id's, whatever it asks for; an execution has one effect. */
    @Override
    public String identityOf(Delivery delivery) {
        if (CommandForm.fault(delivery).isPresent()) {
            return delivery.messageId();
        }
        return switch (delivery.body()) {
            case SubmitOrder order -> new CommandKey(order.account(), order.clientOrderId()).identity();
            case CancelOrder cancel -> new CommandKey(cancel.account(), cancel.clientOrderId()).identity();
            case AmendOrder amend -> new CommandKey(amend.account(), amend.clientOrderId()).identity();
            case CancelOrders cancel -> new CommandKey(cancel.account(), cancel.clientOrderId()).identity();
            case TradeBooked trade -> "execution:" + trade.executionId();
            default -> delivery.messageId();
        };
    }

    @Override
    public Work begin(List<Delivery> batch, OrderWork.Answers answers) {
        Set<CommandKey> named =
                batch.stream().flatMap(delivery -> named(delivery).stream()).collect(Collectors.toSet());
        return new OrderWork(store, open, answers, ids, store.load(named, answers.instruments()));
    }

    @Override
    public List<Emission> whenAbandoned(String subject, @Nullable String user, byte[] raw, Instant at) {
        return new AbandonedCommand(subject, user, raw, at).told(ids);
    }

    /** What a trader names may be no instrument, and he is told so; what a venue names is one. */
    private static Stream<String> traded(List<Delivery> batch) {
        return batch.stream().map(Delivery::body).flatMap(body -> switch (body) {
            case TradeBooked trade -> Stream.of(trade.instrument());
            case VenueOrderReplaced replaced -> Stream.of(replaced.instrument());
            default -> Stream.empty();
        });
    }

    private static Optional<CommandKey> named(Delivery delivery) {
        return switch (delivery.body()) {
            case CancelOrder cancel -> Optional.of(new CommandKey(cancel.account(), cancel.originalClientOrderId()));
            case AmendOrder amend -> Optional.of(new CommandKey(amend.account(), amend.originalClientOrderId()));
            case VenueOrderReplaced replaced ->
                Optional.of(new CommandKey(replaced.account(), replaced.clientOrderId()));
            case VenueAmendRefused refused -> Optional.of(new CommandKey(refused.account(), refused.clientOrderId()));
            case TradeBooked trade -> Optional.of(new CommandKey(trade.account(), trade.clientOrderId()));
            case VenueOrderEnded end -> Optional.of(new CommandKey(end.account(), end.clientOrderId()));
            default -> Optional.empty();
        };
    }
}
