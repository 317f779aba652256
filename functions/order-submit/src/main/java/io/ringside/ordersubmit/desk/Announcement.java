package io.ringside.ordersubmit.desk;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.OrderState;
import io.ringside.runtime.Emission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of an order: a fact to the system and a notice to its owner. */
public final class Announcement {
    private static final String FACT = "order.";
    private static final String UPDATED = "order.updated";
    private static final String REFUSED = "command.refused";

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

    /** The notice alone. */
    public static Emission notice(String user, OrderState order) {
        return new Emission(Subjects.inbox(user), UPDATED, order);
    }

    /** A command that had no effect. */
    public static Emission refused(String clientOrderId, String account, String user, Refusal refusal, Instant at) {
        CommandRefused body = new CommandRefused(
                clientOrderId, account, user, refusal.reason().name(), refusal.text(), at);
        return new Emission(Subjects.inbox(user), REFUSED, body);
    }
}
