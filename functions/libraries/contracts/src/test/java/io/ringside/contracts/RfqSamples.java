package io.ringside.contracts;

import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.ExpireRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.RfqRefused;
import io.ringside.contracts.rfq.RfqState;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.contracts.rfq.SubmitQuote;
import java.time.Instant;
import java.util.List;

/** The records of requests for quotes: whole first, least second. */
final class RfqSamples {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");
    private static final Instant LATER = NOON.plusSeconds(120);
    private static final String RFQ = "01990000-0000-8000-8000-000000000001";
    private static final String QUOTE = "01990000-0000-7000-8000-000000000002";
    private static final String EXECUTION = RFQ + "/BUY";

    private RfqSamples() {}

    static List<List<Record>> all() {
        return List.of(
                List.of(request(List.of("bob", "carol")), request(List.of())),
                List.of(new SubmitQuote("q-1", RFQ, "KESTREL-1", "bob", "CA", Side.SELL, "5", "9431.50")),
                List.of(new AcceptQuote("a-1", RFQ, "ACC1", "alice", QUOTE, 2, "CA", Side.BUY, "5", "9431.50")),
                List.of(new PassRfq("p-1", RFQ, "KESTREL-1", "bob")),
                List.of(new CancelRfq("x-1", RFQ, "ACC1", "alice")),
                List.of(new ExpireRfq(RFQ)),
                List.of(state(quoted()), state(asked())),
                List.of(wholeView(), leastView()),
                List.of(new RfqRefused(
                        RFQ, "a-1", "ACC1", "alice", "QUOTE_SUPERSEDED", "Version 3 replaced it.", NOON)));
    }

    private static RequestQuotes request(List<String> counterparties) {
        return new RequestQuotes("r-1", "ACC1", "alice", "CA", Side.BUY, "5", counterparties, 120);
    }

    private static RfqState state(RfqState.Quote quote) {
        return new RfqState(
                RFQ,
                "r-1",
                "ACC1",
                "alice",
                "harbour",
                "CA",
                Side.BUY,
                "5",
                RfqStatus.OPEN,
                List.of(quote),
                NOON,
                LATER,
                3,
                NOON);
    }

    private static RfqState.Quote quoted() {
        return new RfqState.Quote("bob", "kestrel", QuoteStatus.ACTIVE, QUOTE, "q-1", "KESTREL-1", 2, "9431.50", 3);
    }

    private static RfqState.Quote asked() {
        return new RfqState.Quote("bob", "kestrel", QuoteStatus.REQUESTED, null, null, null, 0, null, 1);
    }

    private static RfqView wholeView() {
        return new RfqView(
                RFQ,
                "r-1",
                RfqView.Role.REQUESTER,
                "ACC1",
                "alice",
                "harbour",
                "CA",
                Side.BUY,
                "5",
                RfqStatus.TRADED,
                List.of(new RfqView.Quote("bob", "kestrel", QuoteStatus.TRADED, QUOTE, 2, "9431.50")),
                EXECUTION,
                NOON,
                LATER,
                4,
                NOON);
    }

    private static RfqView leastView() {
        return new RfqView(
                RFQ,
                null,
                RfqView.Role.COUNTERPARTY,
                null,
                "alice",
                "harbour",
                "CA",
                Side.BUY,
                "5",
                RfqStatus.OPEN,
                List.of(new RfqView.Quote("bob", "kestrel", QuoteStatus.REQUESTED, null, 0, null)),
                null,
                NOON,
                LATER,
                1,
                NOON);
    }
}
