package io.ringside.ordersubmit;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.ordersubmit.book.OrderStore;
import io.ringside.ordersubmit.desk.Announcement;
import io.ringside.ordersubmit.desk.OrderDesk;
import io.ringside.ordersubmit.desk.OrderTable;
import io.ringside.ordersubmit.desk.Refusal;
import io.ringside.ordersubmit.desk.VenueAnswers;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.Ids;
import io.ringside.runtime.OrderedFunction;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.order.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch: each message to the desk, the orders to the store. */
final class OrderWork implements OrderedFunction.Work {
    private static final Logger LOG = LoggerFactory.getLogger(OrderWork.class);
    private static final int CLIENT_ORDER_ID_CHARACTERS_MAX = 36;

    private final OrderStore store;
    private final Answers answers;
    private final Ids ids;
    private final OrderTable table;
    private final OrderDesk desk;
    private final VenueAnswers venue;

    /**
     * What a batch was told before its transaction.
     *
     * @param instruments the table that the whole batch is decided on
     * @param verdicts by order; one that is missing was not given in time
     */
    record Answers(InstrumentTable instruments, Map<CommandKey, Verdict> verdicts) {
        private Optional<Verdict> verdict(CommandKey key) {
            return Optional.ofNullable(verdicts.get(key));
        }
    }

    OrderWork(OrderStore store, Answers answers, Ids ids, Map<CommandKey, Order> orders) {
        this.store = store;
        this.answers = answers;
        this.ids = ids;
        this.table = new OrderTable(orders);
        this.desk = new OrderDesk(answers.instruments(), table);
        this.venue = new VenueAnswers(answers.instruments(), table);
    }

    @Override
    public Decision decide(Delivery delivery) {
        Optional<Refusal> fault = CommandForm.fault(delivery);
        if (fault.isPresent()) {
            return refuse(delivery, fault.get());
        }
        Instant at = delivery.at();
        return switch (delivery.body()) {
            case SubmitOrder order ->
                desk.submit(
                        order,
                        answers.verdict(new CommandKey(order.account(), order.clientOrderId())),
                        ids.next().toString(),
                        at);
            case CancelOrder cancel -> desk.cancel(cancel, at);
            case TradeBooked trade -> venue.traded(trade, at);
            case VenueOrderEnded end -> venue.ended(end, at);
            default -> throw new IllegalStateException("no rule for " + delivery.subject());
        };
    }

    @Override
    public Decision conflict(Delivery delivery) {
        Optional<Refusal> fault = CommandForm.fault(delivery);
        if (fault.isPresent()) {
            return refuse(delivery, fault.get());
        }
        Instant at = delivery.at();
        return switch (delivery.body()) {
            case SubmitOrder order -> duplicate(order, at);
            case CancelOrder cancel -> OrderDesk.duplicate(cancel.clientOrderId(), cancel.account(), cancel.user(), at);
            default -> contradiction(delivery);
        };
    }

    @Override
    public void save() {
        store.save(table.changed(), table.malformed());
    }

    /**
     * The risk check was asked before it was known that the id is taken. If an order has it, what is reserved under it
     * is that order's; if another command has it, it is nobody's and the risk check lets go of it.
     */
    private Decision duplicate(SubmitOrder order, Instant at) {
        Decision refused = OrderDesk.duplicate(order.clientOrderId(), order.account(), order.user(), at);
        CommandKey key = new CommandKey(order.account(), order.clientOrderId());
        if (table.has(key) || !store.load(Set.of(key), answers.instruments()).isEmpty()) {
            return refused;
        }
        OrderState none =
                Refusal.of(RejectReason.DUPLICATE_ID).rejected(order, ids.next().toString(), at);
        List<Emission> told = new ArrayList<>(refused.emissions());
        told.add(Announcement.fact("rejected", none));
        return Decision.of(refused.outcome(), told);
    }

    /** An execution that comes again with other figures changes nothing; somebody has to look at its venue. */
    private static Decision contradiction(Delivery delivery) {
        LOG.error("{} contradicts what was told before: {}", delivery.subject(), delivery.body());
        return Decision.nothing("contradiction");
    }

    /** A command without proper ids is answered to whoever sent it, as far as anybody can be told. */
    private static Decision refuse(Delivery delivery, Refusal fault) {
        return switch (delivery.body()) {
            case SubmitOrder order -> refuse(delivery, order.clientOrderId(), order.account(), order.user(), fault);
            case CancelOrder cancel -> refuse(delivery, cancel.clientOrderId(), cancel.account(), cancel.user(), fault);
            default -> throw new IllegalStateException("only commands have a form: " + delivery.subject());
        };
    }

    private static Decision refuse(
            Delivery delivery, String clientOrderId, String account, @Nullable String named, Refusal fault) {
        String user = delivery.user() == null ? named : delivery.user();
        if (user == null || !Subjects.isToken(user)) {
            return Decision.nothing("refused-unaddressed");
        }
        String id = clientOrderId.substring(0, Math.min(clientOrderId.length(), CLIENT_ORDER_ID_CHARACTERS_MAX));
        return OrderDesk.refused(id, account, user, fault, delivery.at());
    }
}
