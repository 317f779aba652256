package io.ringside.ordersubmit;

import io.nats.client.Message;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.MassCancelReport;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.risk.ReservationUnused;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.SubjectRecorder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What functions and users hear of the orders of one account. */
final class OrderHearing {
    private final OwnServers servers;
    private final SubjectRecorder facts;
    private final SubjectRecorder unused;
    private final SubjectRecorder notices;
    private String account = "";

    OrderHearing(OwnServers servers) {
        this.servers = servers;
        facts = SubjectRecorder.on(servers.connection, "evt.order.>");
        unused = SubjectRecorder.on(servers.connection, "evt.reservation.unused.>");
        notices = SubjectRecorder.on(servers.connection, "user.*");
    }

    /** Whatever was heard so far; from now on it listens for this account. */
    void forget(String next) {
        account = next;
        facts.clear();
        notices.clear();
        unused.clear();
    }

    /** The fact with this verb about this order, once it is there. */
    OrderState fact(String verb, String clientOrderId) {
        return state(facts.awaitMatching(
                message -> Subjects.verbOf(message.getSubject()).equals(verb)
                        && state(message).clientOrderId().equals(clientOrderId)
                        && state(message).account().equals(account),
                Eventually.DEADLINE));
    }

    /** Verbs of this account's facts so far, in order. What was published again under its id is the same fact. */
    List<String> verbs() {
        Set<String> ids = new HashSet<>();
        return facts.heard().stream()
                .filter(message -> state(message).account().equals(account))
                .filter(message -> ids.add(message.getHeaders().getFirst(Headers.MESSAGE_ID)))
                .map(Message::getSubject)
                .map(Subjects::verbOf)
                .toList();
    }

    /** The notice of this status to this user, once it is there. */
    OrderState notice(String user, OrderStatus status, String clientOrderId) {
        return state(notice(user, "order.updated", message -> {
            OrderState order = state(message);
            return order.status() == status
                    && order.clientOrderId().equals(clientOrderId)
                    && order.account().equals(account);
        }));
    }

    /** The refusal of this command, once it is there. */
    CommandRefused refused(String user, String clientOrderId) {
        return refusal(notice(user, "command.refused", message -> refusal(message)
                .clientOrderId()
                .equals(clientOrderId)));
    }

    /** What users have to acknowledge, as far as it was raised. */
    List<RaiseAlert> alerts() {
        return servers.stored("COMMANDS", "cmd.alert.raise.>", RaiseAlert.class);
    }

    /** Commands of this account whose reservation will not be used, as far as was told. */
    List<String> unused() {
        return unused.heard().stream()
                .map(message -> OwnServers.decoded(message.getData(), ReservationUnused.class))
                .filter(told -> told.account().equals(account))
                .map(ReservationUnused::clientOrderId)
                .distinct()
                .toList();
    }

    void awaitUnused(String id) {
        Eventually.holds(id + " is unused", () -> unused().contains(id));
    }

    /** What the sender of a mass cancel is told, once it is there. */
    MassCancelReport report(String user, String id) {
        return OwnServers.decoded(
                notice(user, "orders.mass-cancel", message -> OwnServers.decoded(
                                        message.getData(), MassCancelReport.class)
                                .clientOrderId()
                                .equals(id))
                        .getData(),
                MassCancelReport.class);
    }

    private Message notice(String user, String type, Predicate<Message> which) {
        return notices.awaitMatching(
                message -> message.getSubject().equals(Subjects.inbox(user))
                        && message.getHeaders().getFirst(Headers.TYPE).equals(type)
                        && which.test(message),
                Eventually.DEADLINE);
    }

    private static OrderState state(Message message) {
        return OwnServers.decoded(message.getData(), OrderState.class);
    }

    private static CommandRefused refusal(Message message) {
        return OwnServers.decoded(message.getData(), CommandRefused.class);
    }
}
