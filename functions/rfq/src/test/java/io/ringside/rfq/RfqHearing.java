package io.ringside.rfq;

import io.nats.client.Message;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.contracts.rfq.RfqRefused;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.SubjectRecorder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the function told the system and its users of the request that a test is about. */
final class RfqHearing {
    private final OwnServers servers;
    private final SubjectRecorder facts;
    private final SubjectRecorder notices;
    private String rfqId = "";
    private String clientRfqId = "";

    RfqHearing(OwnServers servers) {
        this.servers = servers;
        facts = SubjectRecorder.on(servers.connection, "evt.>");
        notices = SubjectRecorder.on(servers.connection, "user.*");
    }

    /** From now on another request is listened for. */
    void about(String request, String clientId) {
        rfqId = request;
        clientRfqId = clientId;
        facts.clear();
        notices.clear();
    }

    /** The first view of the request that this user was told and that fits. */
    RfqView view(String user, Predicate<RfqView> fits) {
        return decoded(
                notices.awaitMatching(
                        message -> isNotice(message, user, "rfq.updated")
                                && decoded(message, RfqView.class).rfqId().equals(rfqId)
                                && fits.test(decoded(message, RfqView.class)),
                        Eventually.DEADLINE),
                RfqView.class);
    }

    /** What the requester sees of this counterparty, once it has this version. */
    RfqView.Quote shown(String counterparty, int version) {
        return view("alice", view -> version == quote(view, counterparty).version()).quotes().stream()
                .filter(quote -> quote.user().equals(counterparty))
                .findFirst()
                .orElseThrow();
    }

    /** The refusal of this command, once it is there. */
    RfqRefused refused(String user, String id) {
        return decoded(
                notices.awaitMatching(
                        message -> isNotice(message, user, "rfq.refused")
                                && decoded(message, RfqRefused.class)
                                        .commandId()
                                        .equals(id),
                        Eventually.DEADLINE),
                RfqRefused.class);
    }

    RfqRefused refusedOwn(String user, String id) {
        return refused(user, clientRfqId + '-' + id);
    }

    /** Both sides of the trade of this request, once they are told. */
    List<TradeBooked> trades() {
        Eventually.holds("both sides are told", () -> negotiated().size() == 2);
        return negotiated();
    }

    /** The subjects of all facts so far without their keys, in order, each once. */
    List<String> facts() {
        Set<String> ids = new HashSet<>();
        return facts.heard().stream()
                .filter(message -> ids.add(message.getHeaders().getFirst(Headers.MESSAGE_ID)))
                .map(Message::getSubject)
                .map(subject -> subject.split("\\.")[1] + '.' + Subjects.verbOf(subject))
                .toList();
    }

    void awaitFact(String name) {
        Eventually.holds(name + " is told", () -> facts().contains(name));
    }

    /** What this user has to acknowledge, as soon as it is raised. */
    RaiseAlert alert(String user) {
        String raise = Subjects.alertCommand("raise", user);
        Eventually.holds(user + " is alerted", () -> !alerts(raise).isEmpty());
        return alerts(raise).getFirst();
    }

    private List<RaiseAlert> alerts(String subject) {
        return servers.stored("COMMANDS", subject, RaiseAlert.class);
    }

    /** Every notice to this user so far, as it was sent. */
    List<String> told(String user) {
        return notices.heard().stream()
                .filter(message -> message.getSubject().equals(Subjects.inbox(user)))
                .map(message -> new String(message.getData(), StandardCharsets.UTF_8))
                .toList();
    }

    static RfqView.Quote quote(RfqView view, String user) {
        return view.quotes().stream()
                .filter(quote -> quote.user().equals(user))
                .findFirst()
                .orElseThrow();
    }

    private List<TradeBooked> negotiated() {
        Set<String> ids = new HashSet<>();
        return facts.heard().stream()
                .filter(message -> message.getSubject().startsWith("evt.trade.negotiated."))
                .filter(message -> ids.add(message.getHeaders().getFirst(Headers.MESSAGE_ID)))
                .map(message -> decoded(message, TradeBooked.class))
                .filter(trade -> trade.orderId().equals(rfqId))
                .toList();
    }

    private static boolean isNotice(Message message, String user, String type) {
        return message.getSubject().equals(Subjects.inbox(user))
                && message.getHeaders().getFirst(Headers.TYPE).equals(type);
    }

    private static <T> T decoded(Message message, Class<T> type) {
        return OwnServers.decoded(message.getData(), type);
    }
}
