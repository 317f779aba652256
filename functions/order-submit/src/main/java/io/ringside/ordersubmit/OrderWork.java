package io.ringside.ordersubmit;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.VenueAmendRefused;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.contracts.venue.VenueOrderReplaced;
import io.ringside.ordersubmit.book.OpenOrderTable;
import io.ringside.ordersubmit.book.OrderStore;
import io.ringside.ordersubmit.desk.AmendDesk;
import io.ringside.ordersubmit.desk.Announcement;
import io.ringside.ordersubmit.desk.MassCancel;
import io.ringside.ordersubmit.desk.OrderAlarm;
import io.ringside.ordersubmit.desk.OrderDesk;
import io.ringside.ordersubmit.desk.OrderTable;
import io.ringside.ordersubmit.desk.Refusal;
import io.ringside.ordersubmit.desk.RiskAnswer;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch: each message to the desk, the orders to the store. */
final class OrderWork implements OrderedFunction.Work {
    private static final Logger LOG = LoggerFactory.getLogger(OrderWork.class);

    private final OrderStore store;
    private final Answers answers;
    private final Ids ids;
    private final OrderTable table;
    private final OrderDesk desk;
    private final AmendDesk amends;
    private final MassCancel massCancel;
    private final VenueAnswers venue;
    private final OpenOrderTable open;

    /**
     * What a batch was told before its transaction.
     *
     * @param instruments the table that the whole batch is decided on
     * @param asked what the risk check was asked, by command
     * @param verdicts by order; one that is missing was not given in time
     */
    record Answers(
            InstrumentTable instruments,
            Map<CommandKey, ReserveRisk.Request> asked,
            Map<CommandKey, Verdict> verdicts) {
        private Optional<Verdict> verdict(CommandKey key) {
            return Optional.ofNullable(verdicts.get(key));
        }

        private RiskAnswer risk(CommandKey key) {
            return new RiskAnswer(asked.get(key), verdict(key));
        }
    }

    OrderWork(OrderStore store, OpenOrderTable open, Answers answers, Ids ids, Map<CommandKey, Order> orders) {
        this.store = store;
        this.open = open;
        this.answers = answers;
        this.ids = ids;
        this.table = new OrderTable(orders);
        this.desk = new OrderDesk(answers.instruments(), table);
        this.amends = new AmendDesk(answers.instruments(), table);
        this.massCancel = new MassCancel(table);
        this.venue = new VenueAnswers(answers.instruments(), table);
    }

    @Override
    public Decision decide(Delivery delivery) {
        Optional<Refusal> fault = CommandForm.fault(delivery);
        if (fault.isPresent()) {
            return MalformedCommand.refused(delivery, fault.get());
        }
        Instant at = delivery.at();
        return switch (delivery.body()) {
            case SubmitOrder order -> submit(order, at);
            case CancelOrder cancel -> desk.cancel(cancel, at);
            case AmendOrder amend -> amend(amend, at);
            case CancelOrders cancel ->
                massCancel.cancel(cancel, open.find(cancel, table.idsOf(cancel.account()), answers.instruments()), at);
            case VenueOrderReplaced replaced -> venue.replaced(replaced, at);
            case VenueAmendRefused refused -> venue.amendRefused(refused, at);
            case TradeBooked trade -> venue.traded(trade, at);
            case VenueOrderEnded end -> venue.ended(end, at);
            default -> throw new IllegalStateException("no rule for " + delivery.subject());
        };
    }

    @Override
    public Decision conflict(Delivery delivery) {
        Optional<Refusal> fault = CommandForm.fault(delivery);
        if (fault.isPresent()) {
            return MalformedCommand.refused(delivery, fault.get());
        }
        Instant at = delivery.at();
        return switch (delivery.body()) {
            case SubmitOrder order -> duplicate(order, at);
            case CancelOrder cancel -> OrderDesk.duplicate(cancel.clientOrderId(), cancel.account(), cancel.user(), at);
            case CancelOrders cancel ->
                OrderDesk.duplicate(cancel.clientOrderId(), cancel.account(), cancel.user(), at);
            case AmendOrder amend -> amends.duplicate(amend, answers.risk(key(amend)), isInUse(key(amend)), at);
            default -> contradiction(delivery);
        };
    }

    @Override
    public void save() {
        store.save(table.changed(), table.malformed());
    }

    private Decision submit(SubmitOrder order, Instant at) {
        Optional<Verdict> verdict = answers.verdict(new CommandKey(order.account(), order.clientOrderId()));
        Decision decision = desk.submit(order, verdict, ids.next().toString(), at);
        return OrderAlarm.added(decision, order.clientOrderId(), verdict, answers.instruments());
    }

    private Decision amend(AmendOrder amend, Instant at) {
        RiskAnswer risk = answers.risk(key(amend));
        Decision decision = amends.amend(amend, risk, at);
        return OrderAlarm.added(decision, amend.clientOrderId(), risk.verdict(), answers.instruments());
    }

    /** Whether what is reserved under this id is that of an order, or of an amend that waits for its venue. */
    private boolean isInUse(CommandKey key) {
        return table.has(key)
                || table.awaits(key)
                || store.awaits(key)
                || !store.load(Set.of(key), answers.instruments()).isEmpty();
    }

    private static CommandKey key(AmendOrder amend) {
        return new CommandKey(amend.account(), amend.clientOrderId());
    }

    /**
     * The risk check was asked before it was known that the id is taken. If an order has it, what is reserved under it
     * is that order's; if another command has it, it is nobody's and the risk check lets go of it.
     */
    private Decision duplicate(SubmitOrder order, Instant at) {
        Decision refused = OrderDesk.duplicate(order.clientOrderId(), order.account(), order.user(), at);
        CommandKey key = new CommandKey(order.account(), order.clientOrderId());
        if (isInUse(key)) {
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
}
