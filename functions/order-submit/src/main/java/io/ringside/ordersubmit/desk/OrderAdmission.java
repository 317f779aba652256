package io.ringside.ordersubmit.desk;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.order.OrderTerms;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order is well formed: pure, on the command and the instruments. The checks refuse in this order:
 * instrument, time in force, quantity, price.
 */
public final class OrderAdmission {
    private final InstrumentTable instruments;

    public OrderAdmission(InstrumentTable instruments) {
        this.instruments = instruments;
    }

    /** What the checks say. */
    public sealed interface Admission {
        /** It may be put to the risk check. */
        record Admitted(
                Instrument instrument,
                Quantity quantity,
                @Nullable Price limitPrice) implements Admission {
            /** What was asked for, read on the scales of the instrument. */
            public OrderTerms terms(SubmitOrder order, String orderId) {
                return new OrderTerms(
                        orderId,
                        order.clientOrderId(),
                        order.account(),
                        order.user(),
                        instrument.id(),
                        order.side(),
                        order.orderType(),
                        order.timeInForce(),
                        quantity,
                        limitPrice,
                        order.expiresAt(),
                        instrument.priceScale());
            }
        }

        /** It may not. */
        record Refused(Refusal refusal) implements Admission {}
    }

    /** Puts the order to every check, at the log's time of its command. */
    public Admission admit(SubmitOrder order, Instant at) {
        Optional<Instrument> instrument = instruments.find(order.instrument());
        if (instrument.isEmpty()) {
            return refused(RejectReason.UNKNOWN_INSTRUMENT, "There is no instrument " + order.instrument() + '.');
        }
        return TimeInForceRule.fault(order, at)
                .<Admission>map(Admission.Refused::new)
                .orElseGet(() -> quantity(order, instrument.get()));
    }

    private static Admission quantity(SubmitOrder order, Instrument instrument) {
        return switch (Figure.quantity(order.quantity(), instrument)) {
            case Figure.Bad<Quantity> bad -> new Admission.Refused(bad.refusal());
            case Figure.Good<Quantity> quantity -> price(order, instrument, quantity.value());
        };
    }

    private static Admission price(SubmitOrder order, Instrument instrument, Quantity quantity) {
        String limit = order.limitPrice();
        if (order.orderType() == OrderType.MARKET) {
            return limit == null
                    ? new Admission.Admitted(instrument, quantity, null)
                    : refused(
                            RejectReason.PRICE_NOT_ALLOWED, "limitPrice is " + limit + ", a market order takes none.");
        }
        if (limit == null) {
            return refused(RejectReason.PRICE_MISSING, "limitPrice is missing, a limit order needs it.");
        }
        return switch (Figure.limitPrice(limit, instrument)) {
            case Figure.Bad<Price> bad -> new Admission.Refused(bad.refusal());
            case Figure.Good<Price> price -> new Admission.Admitted(instrument, quantity, price.value());
        };
    }

    private static Admission refused(RejectReason reason, String text) {
        return new Admission.Refused(new Refusal(reason, text));
    }
}
