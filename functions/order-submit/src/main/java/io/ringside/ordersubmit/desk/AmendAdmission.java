package io.ringside.ordersubmit.desk;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.order.AmendRequest.Terms;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderTerms;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order may get other terms: pure, on the command, the order and the instruments. The checks refuse in this
 * order: the order's standing, its kind, quantity, price, and that they change anything.
 */
public final class AmendAdmission {
    private final InstrumentTable instruments;

    public AmendAdmission(InstrumentTable instruments) {
        this.instruments = instruments;
    }

    /** What the checks say. */
    public sealed interface Admission {
        /**
         * It may be put to the venue.
         *
         * @param asksForMore whether more could trade than now, or at a worse price: the risk check has a say then
         */
        record Admitted(Terms terms, boolean asksForMore) implements Admission {}

        /** It may not. */
        record Refused(Refusal refusal) implements Admission {}
    }

    /** Puts an amend to every check. */
    Admission admit(@Nullable Order order, AmendOrder amend) {
        Optional<Refusal> standing = standing(order);
        if (order == null || standing.isPresent()) {
            return new Admission.Refused(standing.orElseThrow());
        }
        return admit(order.terms(), amend);
    }

    /** Puts it to those that do not depend on where the order stands. */
    public Admission admit(OrderTerms order, AmendOrder amend) {
        Price limit = order.limitPrice();
        if (order.orderType() != OrderType.LIMIT || limit == null || !rests(order)) {
            return refused(RejectReason.NOT_AMENDABLE);
        }
        return instruments
                .find(order.instrument())
                .map(instrument -> admit(order, limit, amend, instrument))
                .orElseGet(() -> refused(RejectReason.UNKNOWN_INSTRUMENT));
    }

    private static Admission admit(OrderTerms order, Price limit, AmendOrder amend, Instrument instrument) {
        Figure<Quantity> quantity = amend.quantity() == null
                ? new Figure.Good<>(order.quantity())
                : Figure.quantity(amend.quantity(), instrument);
        if (quantity instanceof Figure.Bad<Quantity> bad) {
            return new Admission.Refused(bad.refusal());
        }
        Figure<Price> price = amend.limitPrice() == null
                ? new Figure.Good<>(limit)
                : Figure.limitPrice(amend.limitPrice(), instrument);
        if (price instanceof Figure.Bad<Price> bad) {
            return new Admission.Refused(bad.refusal());
        }
        Terms asked = new Terms(good(quantity), good(price));
        if (asked.equals(new Terms(order.quantity(), limit))) {
            return refused(RejectReason.NOTHING_CHANGES);
        }
        boolean worse = order.side() == Side.BUY
                ? asked.limitPrice().isAbove(limit)
                : asked.limitPrice().isBelow(limit);
        return new Admission.Admitted(asked, worse || asked.quantity().isAbove(order.quantity()));
    }

    private static Optional<Refusal> standing(@Nullable Order order) {
        if (order == null || order.status() == OrderStatus.REJECTED) {
            return Optional.of(Refusal.of(RejectReason.UNKNOWN_ORDER));
        }
        if (order.isFinal()) {
            return Optional.of(Refusal.of(RejectReason.TOO_LATE_TO_AMEND));
        }
        return switch (order.status()) {
            case PENDING_CANCEL -> Optional.of(Refusal.of(RejectReason.CANCEL_PENDING));
            case PENDING_REPLACE -> Optional.of(Refusal.of(RejectReason.AMEND_PENDING));
            default -> Optional.empty();
        };
    }

    private static boolean rests(OrderTerms order) {
        return switch (order.timeInForce()) {
            case DAY, GTC, GTD -> true;
            case IOC, FOK -> false;
        };
    }

    private static <T> T good(Figure<T> figure) {
        return Objects.requireNonNull(figure instanceof Figure.Good<T> good ? good.value() : null);
    }

    private static Admission refused(RejectReason reason) {
        return new Admission.Refused(Refusal.of(reason));
    }
}
