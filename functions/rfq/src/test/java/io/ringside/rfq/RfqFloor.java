package io.ringside.rfq;

import io.micronaut.context.ApplicationContext;
import io.nats.client.JetStreamApiException;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.ExpireRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.runtime.FunctionApplication;
import io.ringside.testkit.Database;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.InstrumentRows;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.RiskStandIn;
import io.ringside.trading.instrument.Instruments;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    final RfqHearing heard = new RfqHearing(servers);
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
        heard.about(rfqId(), clientRfqId);
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

    void expire(String id) {
        servers.send(Subjects.rfqCommand("expire", rfqId()), "timer/" + rfqId() + id, null, new ExpireRfq(rfqId()));
    }

    /** From now on the request ends so many milliseconds from now, and its timer knows nothing of it. */
    void endsIn(int ms) {
        database.execute("""
                update rfq.rfq set requested_at = requested_at - interval '1 hour',
                    expires_at = now() + %d * interval '1 millisecond' where rfq_id = '%s'
                """.formatted(ms, rfqId()));
    }

    void send(String verb, String messageId, String user, Object body) {
        servers.send(Subjects.rfqCommand(verb, rfqId()), clientRfqId + messageId, user, body);
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

    static String account(String user) {
        return String.valueOf(ACCOUNTS.get(user));
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

    @Override
    public void close() {
        application.close();
        servers.close();
    }
}
