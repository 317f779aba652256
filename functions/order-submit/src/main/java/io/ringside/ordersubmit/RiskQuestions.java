package io.ringside.ordersubmit;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.venue.VenueOrderReplaced;
import io.ringside.ordersubmit.desk.AmendAdmission;
import io.ringside.ordersubmit.desk.OrderAdmission;
import io.ringside.runtime.Delivery;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.money.Price;
import io.ringside.trading.order.AmendRequest.Terms;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderTerms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the risk check is asked for a batch: once for each order that is well formed, and for each amend that asks for
 * more. An amend is read on the terms that its order will have when it is decided, which a message before it may bring.
 */
final class RiskQuestions {
    private final InstrumentTable instruments;
    private final OrderAdmission orders;
    private final AmendAdmission amends;
    private final Map<CommandKey, OrderTerms> terms = new HashMap<>();
    private final Map<CommandKey, ReserveRisk.Request> requests = new LinkedHashMap<>();

    /** @param known the orders that amends name, as they are before the batch */
    RiskQuestions(InstrumentTable instruments, Map<CommandKey, Order> known) {
        this.instruments = instruments;
        this.orders = new OrderAdmission(instruments);
        this.amends = new AmendAdmission(instruments);
        known.forEach((key, order) -> {
            if (!order.isFinal()) {
                terms.put(key, order.terms());
            }
        });
    }

    /** The questions, by the command they are about. Of two commands with one id only the first may have an effect. */
    Map<CommandKey, ReserveRisk.Request> of(List<Delivery> batch, Function<Delivery, String> identity) {
        Set<String> taken = new HashSet<>();
        for (Delivery delivery : batch) {
            if (taken.add(identity.apply(delivery))
                    && CommandForm.fault(delivery).isEmpty()) {
                switch (delivery.body()) {
                    case SubmitOrder order -> submitted(order, delivery);
                    case AmendOrder amend -> amended(amend);
                    case VenueOrderReplaced replaced -> replaced(replaced);
                    default -> {}
                }
            }
        }
        return requests;
    }

    private void submitted(SubmitOrder order, Delivery delivery) {
        if (orders.admit(order, delivery.at()) instanceof OrderAdmission.Admission.Admitted admitted) {
            CommandKey key = new CommandKey(order.account(), order.clientOrderId());
            terms.put(key, admitted.terms(order, ""));
            requests.put(
                    key,
                    new ReserveRisk.Request(
                            order.account(),
                            order.clientOrderId(),
                            order.user(),
                            order.instrument(),
                            order.side(),
                            order.orderType(),
                            order.quantity(),
                            order.limitPrice(),
                            null,
                            null));
        }
    }

    private void amended(AmendOrder amend) {
        OrderTerms order = terms.get(new CommandKey(amend.account(), amend.originalClientOrderId()));
        if (order != null
                && amends.admit(order, amend) instanceof AmendAdmission.Admission.Admitted admitted
                && admitted.asksForMore()) {
            Terms asked = admitted.terms();
            requests.put(
                    new CommandKey(amend.account(), amend.clientOrderId()),
                    new ReserveRisk.Request(
                            amend.account(),
                            amend.clientOrderId(),
                            amend.user(),
                            order.instrument(),
                            order.side(),
                            order.orderType(),
                            asked.quantity().text(),
                            asked.limitPrice().text(),
                            null,
                            new ReserveRisk.Amended(
                                    order.clientOrderId(), order.quantity().text())));
        }
    }

    private void replaced(VenueOrderReplaced replaced) {
        terms.computeIfPresent(new CommandKey(replaced.account(), replaced.clientOrderId()), (key, order) -> {
            Optional<Instrument> instrument = instruments.find(replaced.instrument());
            if (instrument.isEmpty()) {
                return order;
            }
            Price limit = instrument.get().price(replaced.limitPrice()).orThrow("limitPrice");
            return order.amended(instrument.get().quantity(replaced.quantity()).orThrow("quantity"), limit);
        });
    }
}
