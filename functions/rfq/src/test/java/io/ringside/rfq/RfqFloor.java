package io.ringside.rfq;

import io.micronaut.context.ApplicationContext;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.ExpireRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqRefused;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.InstrumentRows;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.RiskStandIn;
import io.ringside.testkit.SubjectRecorder;
import io.ringside.trading.instrument.Instruments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * rfq as a whole on servers of its own, with a risk check that says what the test wants. Alice of harbour asks; dave is
 * of harbour, bob of kestrel, carol of northgate.
 */
final class RfqFloor implements AutoCloseable {
    static final String TIN = Instruments.TIN.id();
    private static final Map<String, String> ACCOUNTS =
            Map.of("alice", "HARBOUR-1", "dave", "HARBOUR-2", "bob", "KESTREL-1", "carol", "NORTHGATE-1");

    private final OwnServers servers = new OwnServers();
    final Database database = servers.database;
    final RiskStandIn risk = new RiskStandIn(servers.connection);
    private final SubjectRecorder facts = SubjectRecorder.on(servers.connection, "evt.>");
    private final SubjectRecorder notices = SubjectRecorder.on(servers.connection, "user.*");
    private ApplicationContext application;
    private int requests;
    /** The request of the test, and its own id. */
    String clientRfqId = "";

    RfqFloor() {
        InstrumentRows.add(database, Instruments.TIN);
        database.execute("insert into identity.firm values ('harbour', 'H'), ('kestrel', 'K'), ('northgate', 'N')");
        trader("alice", "harbour");
        trader("dave", "harbour");
        trader("bob", "kestrel");
        trader("carol", "northgate");
        application = run();
    }

    void openRequest() {
        clientRfqId = "r-" + ++requests;
        facts.clear();
        notices.clear();
        risk.asked.clear();
    }

    /** Stops the function, does this, and starts it again. */
    void restart(Runnable meanwhile) {
        application.close();
        meanwhile.run();
        application = run();
    }

    String rfqId() {
        return Rfq.idOf("HARBOUR-1", clientRfqId);
    }

    void request(int lifeSeconds, String... counterparties) {
        request("alice", "2", lifeSeconds, counterparties);
    }

    void request(String user, String quantity, int lifeSeconds, String... counterparties) {
        String account = account(user);
        RequestQuotes body = new RequestQuotes(
                clientRfqId, account, user, TIN, Side.BUY, quantity, List.of(counterparties), lifeSeconds);
        servers.send(
                Subjects.rfqCommand("request", Rfq.idOf(account, clientRfqId)),
                account + '/' + clientRfqId + '/' + quantity,
                user,
                body);
    }

    void quote(String user, String id, String price) {
        quote(new SubmitQuote(own(id), rfqId(), account(user), user, TIN, Side.SELL, "2", price));
    }

    void quote(SubmitQuote body) {
        send("quote", body.clientQuoteId() + body.price(), body.user(), body);
    }

    void accept(String id, RfqView.Quote quote) {
        accept(id, quote, String.valueOf(quote.price()));
    }

    void accept(String id, RfqView.Quote quote, String price) {
        send(
                "accept",
                own(id),
                "alice",
                new AcceptQuote(
                        own(id),
                        rfqId(),
                        "HARBOUR-1",
                        "alice",
                        String.valueOf(quote.quoteId()),
                        quote.version(),
                        TIN,
                        Side.BUY,
                        "2",
                        price));
    }

    void pass(String user, String id) {
        send("pass", own(id), user, new PassRfq(own(id), rfqId(), account(user), user));
    }

    void cancel(String user, String id) {
        send("cancel", "cancel/" + own(id), user, new CancelRfq(own(id), rfqId(), account(user), user));
    }

    void expire() {
        servers.send(Subjects.rfqCommand("expire", rfqId()), "timer/" + rfqId(), null, new ExpireRfq(rfqId()));
    }

    void send(String verb, String messageId, String user, Object body) {
        servers.send(Subjects.rfqCommand(verb, rfqId()), clientRfqId + messageId, user, body);
    }

    /** The first view of the request that this user was told and that fits. */
    RfqView view(String user, Predicate<RfqView> fits) {
        return decoded(
                notices.awaitMatching(
                        message -> isNotice(message, user, "rfq.updated")
                                && decoded(message, RfqView.class).rfqId().equals(rfqId())
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
        return refused(user, own(id));
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

    /** Every notice to this user so far, as it was sent. */
    List<String> told(String user) {
        return notices.heard().stream()
                .filter(message -> message.getSubject().equals(Subjects.inbox(user)))
                .map(message -> new String(message.getData(), StandardCharsets.UTF_8))
                .toList();
    }

    /** As if the stream of timers had been lost. */
    void forgetTimers() {
        try {
            servers.connection.jetStreamManagement().purgeStream("TIMERS");
        } catch (IOException | JetStreamApiException e) {
            throw new IllegalStateException(e);
        }
    }

    String own(String id) {
        return clientRfqId + '-' + id;
    }

    static RfqView.Quote quote(RfqView view, String user) {
        return view.quotes().stream()
                .filter(quote -> quote.user().equals(user))
                .findFirst()
                .orElseThrow();
    }

    static String account(String user) {
        return String.valueOf(ACCOUNTS.get(user));
    }

    private List<TradeBooked> negotiated() {
        Set<String> ids = new HashSet<>();
        return facts.heard().stream()
                .filter(message -> message.getSubject().startsWith("evt.trade.negotiated."))
                .filter(message -> ids.add(message.getHeaders().getFirst(Headers.MESSAGE_ID)))
                .map(message -> decoded(message, TradeBooked.class))
                .filter(trade -> trade.orderId().equals(rfqId()))
                .toList();
    }

    private void trader(String user, String firm) {
        database.execute("insert into identity.trader values ('%s', '%s', '%s', 'trader', 'x', true)"
                .formatted(user, firm, user));
        database.execute("insert into identity.account values ('%s', '%s', '')".formatted(account(user), firm));
        database.execute("insert into identity.account_trader values ('%s', '%s')".formatted(account(user), user));
    }

    private ApplicationContext run() {
        Map<String, String> properties = new HashMap<>(servers.properties("rfq"));
        properties.put("ringside.risk-call.timeout", Eventually.DEADLINE.toSeconds() + "s");
        return FunctionApplication.run("rfq", RequestForQuote.class, properties);
    }

    private static boolean isNotice(Message message, String user, String type) {
        return message.getSubject().equals(Subjects.inbox(user))
                && message.getHeaders().getFirst(Headers.TYPE).equals(type);
    }

    private static <T> T decoded(Message message, Class<T> type) {
        return OwnServers.decoded(message.getData(), type);
    }

    @Override
    public void close() {
        application.close();
        servers.close();
    }
}
