package io.ringside.riskcheck;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.ReserveRisk.Request;
import io.ringside.riskcheck.Reservation.Id;
import io.ringside.riskcheck.Reservation.State;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.Parsed;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.risk.RiskDecision;
import io.ringside.trading.risk.RiskRequest;
import io.ringside.trading.risk.RiskRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request read on the scales of its instrument and put to the rules: pure. */
record Assessment(
        Instrument instrument, RiskBook.Line line, @Nullable TopOfBook book, Instant now) {
    private static final Quantity NOTHING = Quantity.zero(0);

    static Reservation unknownInstrument(Id id, Request request) {
        return refused(id, request, RejectReason.UNKNOWN_INSTRUMENT, RejectReason.UNKNOWN_INSTRUMENT.sentence());
    }

    /** The order that was to get other terms is no longer held. */
    static Reservation released(Id id, Request request) {
        RejectReason reason = RejectReason.RESERVATION_RELEASED;
        return refused(id, request, reason, reason.sentence());
    }

    Reservation of(Id id, Request request) {
        return switch (read(request)) {
            case Parsed.Broken<RiskRequest> broken -> refused(id, request, RejectReason.MALFORMED, broken.rule());
            case Parsed.Value<RiskRequest> read -> {
                RiskRules rules = new RiskRules(instrument, line.limit(), book, now);
                RiskDecision decision = rules.decide(read.value(), line.exposure());
                yield reservation(id, request, read.value().quantity(), decision);
            }
        };
    }

    /** For an order that has a reservation already: what it would be more is reserved besides. */
    Reservation ofAmend(Id id, Request request, ReserveRisk.Amended amends) {
        Reservation whole = of(id, request);
        if (whole.state() != State.RESERVED) {
            return whole;
        }
        Quantity before = instrument.quantity(amends.quantity()).orThrow("quantity of the amended order");
        boolean more = whole.quantity().isAbove(before);
        return whole.resize(more ? whole.quantity().minus(before) : instrument.noQuantity());
    }

    private Parsed<RiskRequest> read(Request request) {
        if ((request.limitPrice() == null) != (request.orderType() == OrderType.MARKET)) {
            return broken("limitPrice belongs to limit orders and to no other");
        }
        return switch (instrument.quantity(request.quantity())) {
            case Parsed.Broken<Quantity> broken -> broken("quantity " + broken.rule());
            case Parsed.Value<Quantity> quantity ->
                quantity.value().isPositive()
                        ? withPrice(request, quantity.value())
                        : broken("quantity is not positive");
        };
    }

    private Parsed<RiskRequest> withPrice(Request request, Quantity quantity) {
        String limit = request.limitPrice();
        if (limit == null) {
            return new Parsed.Value<>(new RiskRequest(request.side(), quantity, null));
        }
        return switch (instrument.price(limit)) {
            case Parsed.Broken<Price> broken -> broken("limitPrice " + broken.rule());
            case Parsed.Value<Price> price ->
                new Parsed.Value<>(new RiskRequest(request.side(), quantity, price.value()));
        };
    }

    private static Parsed<RiskRequest> broken(String rule) {
        return new Parsed.Broken<>(Parsed.Fault.NOT_A_NUMBER, rule);
    }

    private static Reservation reservation(Id id, Request request, Quantity quantity, RiskDecision decision) {
        Price reference = decision.referencePrice();
        String referenceText = reference == null ? null : reference.text();
        return switch (decision) {
            case RiskDecision.Approved approved ->
                new Reservation(
                        id,
                        request.instrument(),
                        request.side(),
                        State.RESERVED,
                        quantity,
                        Quantity.zero(quantity.scale()),
                        quantity,
                        null,
                        null,
                        approved.limitVersion(),
                        referenceText,
                        null);
            case RiskDecision.Refused refused ->
                new Reservation(
                        id,
                        request.instrument(),
                        request.side(),
                        State.REFUSED,
                        quantity,
                        Quantity.zero(quantity.scale()),
                        Quantity.zero(quantity.scale()),
                        refused.reason().name(),
                        refused.text(),
                        refused.limitVersion(),
                        referenceText,
                        null);
        };
    }

    private static Reservation refused(Id id, Request request, RejectReason reason, String text) {
        return new Reservation(
                id,
                request.instrument(),
                request.side(),
                State.REFUSED,
                NOTHING,
                NOTHING,
                NOTHING,
                reason.name(),
                text,
                0,
                null,
                null);
    }
}
