package io.ringside.ordersubmit.desk;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.MassCancelReport;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.risk.ReservationUnused;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.runtime.Emission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of an order: a fact to the system and a notice to its owner. */
public final class Announcement {
    private static final String FACT = "order.";
    private static final String UPDATED = "order.updated";
    private static final String REFUSED = "command.refused";
    private static final String MASS_CANCEL = "orders.mass-cancel";
    private static final String UNUSED = "reservation.unused";

    private Announcement() {}

    /** A change of an order. */
    public static List<Emission> changed(String verb, OrderState order) {
        return List.of(fact(verb, order), notice(order.user(), order));
    }

    /** The same when somebody asked for it, who may not be the owner. */
    public static List<Emission> changed(String verb, OrderState order, @Nullable String asker) {
        return asker == null || asker.equals(order.user())
                ? changed(verb, order)
                : List.of(fact(verb, order), notice(order.user(), order), notice(asker, order));
    }

    /** The fact alone. */
    public static Emission fact(String verb, OrderState order) {
        String subject = Subjects.orderFact(verb, order.account(), order.orderId());
        return new Emission(subject, FACT + verb, order);
    }

    /** How many orders a command found that names none. */
    static Emission report(MassCancelReport report) {
        return new Emission(Subjects.inbox(report.user()), MASS_CANCEL, report);
    }

    /**
     * What may be reserved under a command will not be used.
     *
     * @param asked what it was reserved for, if anybody knows
     */
    public static Emission unused(
            String account, String clientOrderId, String user, ReserveRisk.@Nullable Request asked) {
        ReservationUnused unused = new ReservationUnused(
                account,
                clientOrderId,
                user,
                asked == null ? null : asked.instrument(),
                asked == null ? null : asked.side());
        return new Emission(Subjects.unusedReservationFact(account, clientOrderId), UNUSED, unused);
    }

    /** The notice alone. */
    public static Emission notice(String user, OrderState order) {
        return new Emission(Subjects.inbox(user), UPDATED, order);
    }

    /**
     * A command that had no effect.
     *
     * @param order the one that it named, if it named one
     */
    public static Emission refused(
            String clientOrderId, @Nullable String order, String account, String user, Refusal refusal, Instant at) {
        CommandRefused body = new CommandRefused(
                clientOrderId, order, account, user, refusal.reason().name(), refusal.text(), at);
        return new Emission(Subjects.inbox(user), REFUSED, body);
    }
}
