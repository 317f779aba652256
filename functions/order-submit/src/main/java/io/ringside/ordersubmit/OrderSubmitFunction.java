package io.ringside.ordersubmit;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.ordersubmit.book.OrderStore;
import io.ringside.ordersubmit.desk.OrderAdmission;
import io.ringside.ordersubmit.desk.OrderAdmission.Admission;
import io.ringside.reference.ReferenceData;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.Ids;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import io.ringside.runtime.call.RiskCall;
import io.ringside.trading.instrument.InstrumentTable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Commands and venue facts in, facts and notices out. */
@Singleton
class OrderSubmitFunction implements OrderedFunction<OrderWork.Answers> {
    private final ReferenceData reference;
    private final RiskCall risk;
    private final OrderStore store;
    private final Ids ids;

    OrderSubmitFunction(ReferenceData reference, RiskCall risk, OrderStore store, Ids ids) {
        this.reference = reference;
        this.risk = risk;
        this.store = store;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "order-submit";
    }

    @Override
    public List<Source> sources() {
        return List.of(
                Source.commands("order", Map.of("submit", SubmitOrder.class, "cancel", CancelOrder.class)),
                Source.facts("trade", Map.of("booked", TradeBooked.class)),
                Source.facts(
                        "venue",
                        Map.of(
                                "expired", VenueOrderEnded.class,
                                "cancelled", VenueOrderEnded.class,
                                "cancel-refused", VenueOrderEnded.class)));
    }

    /** One call for all orders that are well formed. Of two commands with one id only the first may become an order. */
    @Override
    public OrderWork.Answers ask(List<Delivery> batch) {
        InstrumentTable instruments = reference.instrumentsWith(traded(batch));
        OrderAdmission admission = new OrderAdmission(instruments);
        Set<String> taken = new HashSet<>();
        List<ReserveRisk.Request> requests = new ArrayList<>();
        for (Delivery delivery : batch) {
            if (taken.add(identityOf(delivery))
                    && delivery.body() instanceof SubmitOrder order
                    && CommandForm.fault(delivery).isEmpty()
                    && admission.admit(order, delivery.at()) instanceof Admission.Admitted) {
                requests.add(request(order));
            }
        }
        return new OrderWork.Answers(instruments, risk.ask(requests));
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
            case TradeBooked trade -> "execution:" + trade.executionId();
            default -> delivery.messageId();
        };
    }

    @Override
    public Work begin(List<Delivery> batch, OrderWork.Answers answers) {
        Set<CommandKey> named =
                batch.stream().flatMap(delivery -> named(delivery).stream()).collect(Collectors.toSet());
        return new OrderWork(store, answers, ids, store.load(named, answers.instruments()));
    }

    @Override
    public List<Emission> whenAbandoned(String subject, @Nullable String user, byte[] raw, Instant at) {
        return new AbandonedCommand(subject, user, raw, at).told(ids);
    }

    /** What a trader names may be no instrument, and he is told so; what a venue names is one. */
    private static List<String> traded(List<Delivery> batch) {
        return batch.stream()
                .map(Delivery::body)
                .filter(TradeBooked.class::isInstance)
                .map(trade -> ((TradeBooked) trade).instrument())
                .toList();
    }

    private static Optional<CommandKey> named(Delivery delivery) {
        return switch (delivery.body()) {
            case CancelOrder cancel -> Optional.of(new CommandKey(cancel.account(), cancel.originalClientOrderId()));
            case TradeBooked trade -> Optional.of(new CommandKey(trade.account(), trade.clientOrderId()));
            case VenueOrderEnded end -> Optional.of(new CommandKey(end.account(), end.clientOrderId()));
            default -> Optional.empty();
        };
    }

    private static ReserveRisk.Request request(SubmitOrder order) {
        return new ReserveRisk.Request(
                order.account(),
                order.clientOrderId(),
                order.user(),
                order.instrument(),
                order.side(),
                order.orderType(),
                order.quantity(),
                order.limitPrice(),
                null);
    }
}
