package io.ringside.faults.check;

import static io.ringside.faults.check.SoundRun.decimal;

import io.ringside.benchmarks.floor.StreamLog.Stored;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqRefused;
import io.ringside.contracts.rfq.RfqState;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.AskedDeal;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.DealView;
import io.ringside.faults.evidence.Dealings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests for quotes in which everything holds: one traded with one of two dealers, while an acceptance of the other
 * one's price came too late; one cancelled while it had a price; one still open with a price.
 */
final class SoundDeals {
    static final String ASKS = "rita";
    static final String WINS = "dan";
    static final String LOSES = "eve";
    static final String METAL = "NI";

    final List<AskedDeal> asked = new ArrayList<>();
    final Map<String, List<RfqView>> heard = new HashMap<>();
    final Map<String, List<String>> refused = new HashMap<>();
    final List<Book.Rfq> rfqs = new ArrayList<>();
    final List<Book.Quote> quotes = new ArrayList<>();
    private final SoundRun run;

    SoundDeals(SoundRun run) {
        this.run = run;
        List.of(ASKS, WINS, LOSES).forEach(user -> {
            heard.put(user, new ArrayList<>());
            refused.put(user, new ArrayList<>());
        });
    }

    static String idOf(String name) {
        return Rfq.idOf(account(ASKS), name);
    }

    static String account(String user) {
        return user.toUpperCase(Locale.ROOT) + "-1";
    }

    void tradedWithOneOfTwo() {
        String id = ask("q1");
        RfqView.Quote asked = answer(WINS, QuoteStatus.REQUESTED, null);
        RfqView.Quote alsoAsked = answer(LOSES, QuoteStatus.REQUESTED, null);
        RfqView.Quote firm = answer(WINS, QuoteStatus.ACTIVE, "100.50");
        RfqView.Quote traded = answer(WINS, QuoteStatus.TRADED, "100.50");
        RfqView.Quote away = answer(LOSES, QuoteStatus.DONE_AWAY, "101.50");
        tell(id, ASKS, RfqStatus.OPEN, 1, asked, alsoAsked);
        tell(id, WINS, RfqStatus.OPEN, 1, asked);
        tell(id, LOSES, RfqStatus.OPEN, 1, alsoAsked);
        price(id, "d1", WINS, "100.50", 2);
        tell(id, ASKS, RfqStatus.OPEN, 2, firm, alsoAsked);
        price(id, "e1", LOSES, "101.50", 2);
        tell(id, ASKS, RfqStatus.OPEN, 3, firm, answer(LOSES, QuoteStatus.ACTIVE, "101.50"));
        send("accept", "a1", ASKS, id, "traded");
        booked(id, ASKS, Side.BUY);
        booked(id, WINS, Side.SELL);
        tell(id, ASKS, RfqStatus.TRADED, 4, traded, away);
        tell(id, WINS, RfqStatus.TRADED, 3, traded);
        tell(id, LOSES, RfqStatus.TRADED, 3, away);
        send("accept", "a2", ASKS, id, "refused");
        refuse(id, "a2", ASKS);
        row(id, "q1", "TRADED", 4);
        quoted(id, WINS, "TRADED", "100.50", "d1", 3);
        quoted(id, LOSES, "DONE_AWAY", "101.50", "e1", 3);
        List.of("a1", "a2").forEach(command -> reserved(ASKS, command, "BUY", "0"));
        reserved(WINS, "d1", "SELL", "0");
        reserved(LOSES, "e1", "SELL", "0");
    }

    void cancelledWhilePriced() {
        String id = ask("q2");
        tell(id, ASKS, RfqStatus.OPEN, 1, answer(WINS, QuoteStatus.REQUESTED, null));
        tell(id, WINS, RfqStatus.OPEN, 1, answer(WINS, QuoteStatus.REQUESTED, null));
        price(id, "d2", WINS, "99.50", 2);
        tell(id, ASKS, RfqStatus.OPEN, 2, answer(WINS, QuoteStatus.ACTIVE, "99.50"));
        send("cancel", "x1", ASKS, id, "cancelled");
        tell(id, ASKS, RfqStatus.CANCELLED, 3, answer(WINS, QuoteStatus.CANCELLED, "99.50"));
        tell(id, WINS, RfqStatus.CANCELLED, 3, answer(WINS, QuoteStatus.CANCELLED, "99.50"));
        row(id, "q2", "CANCELLED", 3);
        quoted(id, WINS, "CANCELLED", "99.50", "d2", 3);
        reserved(WINS, "d2", "SELL", "0");
    }

    void stillOpen() {
        String id = ask("q3");
        tell(id, ASKS, RfqStatus.OPEN, 1, answer(LOSES, QuoteStatus.REQUESTED, null));
        tell(id, LOSES, RfqStatus.OPEN, 1, answer(LOSES, QuoteStatus.REQUESTED, null));
        price(id, "e2", LOSES, "98.50", 2);
        tell(id, ASKS, RfqStatus.OPEN, 2, answer(LOSES, QuoteStatus.ACTIVE, "98.50"));
        row(id, "q3", "OPEN", 2);
        quoted(id, LOSES, "ACTIVE", "98.50", "e2", 2);
        reserved(LOSES, "e2", "SELL", "2");
        run.exposures.add(new Book.Exposure(account(LOSES), METAL, decimal("0"), decimal("0"), decimal("2")));
    }

    Dealings dealings() {
        return new Dealings(
                List.copyOf(asked),
                heard.keySet().stream().sorted().map(this::viewOf).toList());
    }

    Book.Negotiations negotiations() {
        return new Book.Negotiations(List.copyOf(rfqs), List.copyOf(quotes));
    }

    private DealView viewOf(String user) {
        List<RfqView> views = heard.getOrDefault(user, List.of());
        Map<String, RfqView> newest = new HashMap<>();
        views.forEach(view ->
                newest.merge(view.rfqId(), view, (one, other) -> one.version() < other.version() ? other : one));
        return new DealView(
                user,
                account(user),
                List.copyOf(views),
                List.copyOf(newest.values()),
                List.copyOf(refused.getOrDefault(user, List.of())),
                0);
    }

    private String ask(String name) {
        send("request", name, ASKS, idOf(name), "requested");
        return idOf(name);
    }

    private void send(String verb, String id, String user, String rfqId, String outcome) {
        asked.add(new AskedDeal(account(user), id, verb, rfqId, Fate.RECEIVED));
        run.log.command(Subjects.rfqCommand(verb, rfqId), account(user) + '/' + id, "rfq", outcome);
    }

    /** A dealer's price: his own notice, and what functions are told. */
    private void price(String rfqId, String id, String user, String price, long version) {
        send("quote", id, user, rfqId, "quoted");
        RfqState.Quote quote =
                new RfqState.Quote(user, user, QuoteStatus.ACTIVE, rfqId, id, account(user), 1, price, version);
        RfqState state = new RfqState(
                rfqId,
                "q",
                account(ASKS),
                ASKS,
                ASKS,
                METAL,
                Side.BUY,
                "2",
                RfqStatus.OPEN,
                List.of(quote),
                RunLog.AT,
                RunLog.AT,
                version,
                RunLog.AT);
        run.log.fact("rfq", Subjects.rfqFact("quoted", rfqId), Wire.encode(state));
        tell(rfqId, user, RfqStatus.OPEN, version, answer(user, QuoteStatus.ACTIVE, price));
    }

    void tell(String rfqId, String reader, RfqStatus status, long version, RfqView.Quote... answers) {
        boolean asks = reader.equals(ASKS);
        RfqView view = new RfqView(
                rfqId,
                null,
                asks ? RfqView.Role.REQUESTER : RfqView.Role.COUNTERPARTY,
                account(reader),
                ASKS,
                ASKS,
                METAL,
                Side.BUY,
                "2",
                status,
                List.of(answers),
                null,
                RunLog.AT,
                RunLog.AT,
                version,
                RunLog.AT);
        run.log.notice("rfq", reader, "rfq.updated", Wire.encode(view));
        heard.getOrDefault(reader, List.of()).add(view);
    }

    static RfqView.Quote answer(String user, QuoteStatus status, @Nullable String price) {
        return new RfqView.Quote(user, user, status, price == null ? null : user, price == null ? 0 : 1, price);
    }

    private void refuse(String rfqId, String id, String user) {
        RfqRefused refusal = new RfqRefused(rfqId, id, account(user), user, "RFQ_ENDED", "It ended.", RunLog.AT);
        run.log.notice("rfq", user, "rfq.refused", Wire.encode(refusal));
        refused.getOrDefault(user, List.of()).add(id);
    }

    private void booked(String rfqId, String user, Side side) {
        TradeBooked body = trade(rfqId, user, side, "100.50");
        Stored fact = run.log.fact("rfq", Subjects.negotiatedTradeFact(account(user), rfqId), Wire.encode(body));
        run.log.handle("position", fact, body.executionId());
        run.log.handle("risk-check", fact, "execution:" + body.executionId());
        run.trades.add(new Book.Trade(
                body.executionId(), rfqId, account(user), METAL, side.name(), decimal("2"), decimal("100.50")));
        String held = side == Side.BUY ? "2" : "-2";
        run.positions.add(new Book.Holding(account(user), METAL, decimal(held)));
        run.exposures.add(new Book.Exposure(account(user), METAL, decimal(held), decimal("0"), decimal("0")));
    }

    static TradeBooked trade(String rfqId, String user, Side side, String price) {
        String account = account(user);
        return new TradeBooked(
                rfqId + '/' + side,
                rfqId,
                "rfq-x",
                account,
                user,
                METAL,
                side,
                "2",
                price,
                "rfq",
                null,
                "firm",
                RunLog.AT);
    }

    private void row(String rfqId, String name, String status, long version) {
        rfqs.add(new Book.Rfq(rfqId, name, account(ASKS), ASKS, METAL, "BUY", decimal("2"), status, version));
    }

    private void quoted(String rfqId, String user, String status, String price, String command, long told) {
        quotes.add(new Book.Quote(
                rfqId, user, status, account(user), 1, decimal(price), reservation(user, command), told));
    }

    private void reserved(String user, String command, String side, String remaining) {
        run.reservations.add(new Book.Reservation(
                account(user), reservation(user, command), METAL, side, "RESERVED", decimal(remaining)));
    }

    static String reservation(String user, String command) {
        return Rfq.reservationOf(account(user), command);
    }
}
