package io.ringside.rfq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringside.contracts.Side;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.RiskStandIn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function on a real nats-server and PostgreSQL. */
class RfqFunctionTest {
    private static final int LONG = 600;
    private static RfqFloor floor;

    @BeforeAll
    static void start() {
        floor = new RfqFloor();
    }

    @BeforeEach
    void openRequest() {
        floor.openRequest();
    }

    @AfterAll
    static void stop() {
        floor.close();
    }

    @Test
    void aRequestToEverybodyIsToldToEveryTraderOfAnotherFirm() {
        floor.request(LONG);

        RfqView own = floor.view("alice", view -> true);
        assertThat(own.role()).isEqualTo(RfqView.Role.REQUESTER);
        assertThat(own.quotes())
                .containsExactly(
                        new RfqView.Quote("bob", "kestrel", QuoteStatus.REQUESTED, null, 0, null),
                        new RfqView.Quote("carol", "northgate", QuoteStatus.REQUESTED, null, 0, null));
        assertThat(own.expiresAt()).isEqualTo(own.requestedAt().plusSeconds(LONG));
        RfqView bobs = floor.view("bob", view -> true);
        assertThat(bobs.role()).isEqualTo(RfqView.Role.COUNTERPARTY);
        assertThat(bobs.quotes()).extracting(RfqView.Quote::user).containsExactly("bob");
        assertThat(bobs.clientRfqId()).isNull();
        assertThat(bobs.account()).isNull();
        floor.view("carol", view -> true);
        assertThat(floor.told("dave")).isEmpty();
    }

    @Test
    void anAcceptedVersionTradesOnceAndGivesOneFactForEachSide() {
        List<RfqView.Quote> quotes = twoCounterpartiesQuote();
        floor.accept("a-1", quotes.getFirst());

        assertThat(floor.trades())
                .extracting(
                        TradeBooked::account,
                        TradeBooked::side,
                        TradeBooked::price,
                        TradeBooked::quantity,
                        TradeBooked::counterparty,
                        TradeBooked::clientOrderId)
                .containsExactlyInAnyOrder(
                        tuple("HARBOUR-1", Side.BUY, "101.00", "2.0", "kestrel", reservation("HARBOUR-1", "a-1")),
                        tuple("KESTREL-1", Side.SELL, "101.00", "2.0", "harbour", reservation("KESTREL-1", "q-2")));
        Eventually.holds("everything is told", () -> floor.facts().size() == 9);
        assertThat(floor.facts())
                .containsExactly(
                        "rfq.requested",
                        "rfq.quoted",
                        "rfq.quoted",
                        "reservation.unused",
                        "rfq.quoted",
                        "rfq.traded",
                        "trade.negotiated",
                        "trade.negotiated",
                        "reservation.unused");
    }

    @Test
    void eachPartyIsToldItsOwnPartOfATrade() {
        List<RfqView.Quote> quotes = twoCounterpartiesQuote();
        floor.accept("a-1", quotes.getFirst());

        RfqView own = floor.view("alice", view -> view.status() == RfqStatus.TRADED);
        assertThat(own.quotes())
                .extracting(RfqView.Quote::status)
                .containsExactly(QuoteStatus.TRADED, QuoteStatus.DONE_AWAY);
        assertThat(own.quotes()).extracting(RfqView.Quote::price).containsExactly("101.00", "100.50");
        assertThat(own.executionId()).isEqualTo(floor.rfqId() + "/BUY");
        RfqView bob = floor.view("bob", view -> view.status() == RfqStatus.TRADED);
        assertThat(bob.executionId()).isEqualTo(floor.rfqId() + "/SELL");
        RfqView carol = floor.view("carol", view -> view.status() == RfqStatus.TRADED);
        assertThat(carol.quotes()).extracting(RfqView.Quote::status).containsExactly(QuoteStatus.DONE_AWAY);
        assertThat(carol.executionId()).isNull();
        assertThat(String.join("", floor.told("carol"))).doesNotContain("101.");
        assertThat(String.join("", floor.told("bob"))).doesNotContain("100.50");
    }

    @Test
    void whatAPageReadsIsWhatWasToldLastByteForByte() {
        floor.request(LONG, "bob");
        floor.quote("bob", "q-1", "101.00");
        floor.accept("a-1", floor.shown("bob", 1));
        floor.trades();
        floor.view("bob", view -> view.status() == RfqStatus.TRADED);

        for (String user : List.of("alice", "bob")) {
            assertThat(floor.database.rows("select convert_from(body, 'UTF8'), open from rfq.view where rfq_id = '"
                            + floor.rfqId() + "' and party = '" + user + "'"))
                    .containsExactly(floor.told(user).getLast() + "|f");
        }
    }

    @Test
    void aSupersededVersionIsRefusedAndNeverTraded() {
        floor.request(LONG, "bob");
        floor.quote("bob", "q-1", "101.00");
        RfqView.Quote first = floor.shown("bob", 1);
        floor.quote("bob", "q-2", "102.00");
        floor.shown("bob", 2);
        floor.accept("a-1", first);

        assertThat(floor.refusedOwn("alice", "a-1").reason()).isEqualTo("QUOTE_SUPERSEDED");
        assertThat(floor.refusedOwn("alice", "a-1").text()).isEqualTo("Version 2 at 102.00 has replaced version 1.");
        assertThat(floor.facts()).doesNotContain("rfq.traded", "trade.negotiated");
    }

    @Test
    void ofManyAcceptancesAndAnExpiryExactlyOneWins() {
        floor.request(LONG, "bob", "carol");
        floor.quote("bob", "q-1", "101.00");
        floor.quote("carol", "q-2", "101.50");
        RfqView.Quote bobs = floor.shown("bob", 1);
        RfqView.Quote carols = floor.shown("carol", 1);

        IntStream.range(0, 40).parallel().forEach(n -> floor.accept("a-" + n, n % 2 == 0 ? bobs : carols));
        floor.expire();

        assertThat(floor.trades()).hasSize(2);
        Eventually.holds(
                "39 are refused",
                () -> floor.told("alice").stream()
                                .filter(text -> text.contains("RFQ_ENDED"))
                                .count()
                        == 39);
        assertThat(floor.database.rows(
                        "select count(*) from rfq.quote where status = 'TRADED' and rfq_id = '" + floor.rfqId() + "'"))
                .containsExactly("1");
    }

    @Test
    void aRequestEndsByTheLogsClockWhenNobodyAcceptedInTime() {
        floor.request(Rfq.LIFE_SECONDS_MIN, "bob", "carol");
        floor.quote("bob", "q-1", "101.00");
        RfqView.Quote bobs = floor.shown("bob", 1);

        RfqView own = floor.view("alice", view -> view.status() == RfqStatus.EXPIRED);
        assertThat(own.at()).isAfterOrEqualTo(own.expiresAt());
        assertThat(own.quotes()).extracting(RfqView.Quote::status).containsOnly(QuoteStatus.EXPIRED);
        floor.view("bob", view -> view.status() == RfqStatus.EXPIRED);
        floor.view("carol", view -> view.status() == RfqStatus.EXPIRED);
        floor.awaitFact("reservation.unused");
        floor.accept("a-1", bobs);
        assertThat(floor.refusedOwn("alice", "a-1").reason()).isEqualTo("RFQ_ENDED");
    }

    @Test
    void aTimerThatTheStreamLostIsArmedAgainWhenTheFunctionStarts() {
        floor.request(LONG, "bob");
        floor.view("bob", view -> true);

        floor.restart(() -> {
            floor.forgetTimers();
            floor.database.execute("update rfq.rfq set requested_at = requested_at - interval '1 hour',"
                    + " expires_at = expires_at - interval '1 hour' where rfq_id = '" + floor.rfqId() + "'");
        });

        floor.view("alice", view -> view.status() == RfqStatus.EXPIRED);
    }

    @Test
    void riskIsReservedForAPriceAndGivenBackWhenItIsTakenBack() {
        floor.request(LONG, "bob");
        floor.quote("bob", "q-1", "101.00");
        floor.shown("bob", 1);
        floor.quote("bob", "q-2", "102.00");
        floor.shown("bob", 2);
        floor.pass("bob", "p-1");
        RfqView passed = floor.view("alice", view -> RfqFloor.quote(view, "bob").status() == QuoteStatus.PASSED);

        assertThat(RfqFloor.quote(passed, "bob").price()).isNull();
        assertThat(floor.risk.asked)
                .extracting(ReserveRisk.Request::account, ReserveRisk.Request::side, ReserveRisk.Request::replaces)
                .containsExactly(
                        tuple("KESTREL-1", Side.SELL, null),
                        tuple("KESTREL-1", Side.SELL, Rfq.reservationOf("KESTREL-1", floor.own("q-1"))));
        assertThat(floor.facts().stream().filter("reservation.unused"::equals)).hasSize(2);
    }

    @Test
    void aPriceThatTheRiskCheckRefusesIsNotGiven() {
        floor.request("alice", RiskStandIn.TOO_MUCH, LONG, "bob");
        floor.view("bob", view -> true);
        floor.quote(new SubmitQuote(
                floor.own("q-1"), floor.rfqId(), "KESTREL-1", "bob", RfqFloor.TIN, Side.SELL, "99", "101.00"));

        assertThat(floor.refusedOwn("bob", "q-1").text()).isEqualTo("99 is too much.");
        assertThat(floor.facts()).containsExactly("rfq.requested");
    }

    @Test
    void whatNobodyCouldCheckIsNotGivenAndWhateverWasReservedIsGivenBack() {
        floor.request(LONG, "bob");
        floor.view("bob", view -> true);
        floor.risk.stop();
        try {
            floor.quote("bob", "q-1", "101.00");
            assertThat(floor.refusedOwn("bob", "q-1").reason()).isEqualTo("RISK_UNAVAILABLE");
        } finally {
            floor.risk.start();
        }
        floor.awaitFact("reservation.unused");
    }

    @Test
    void askingAgainWithTheSameIdGivesTheSameAnswerAndAnotherBodyIsRefused() {
        floor.request(LONG, "bob");
        RfqView first = floor.view("alice", view -> true);
        floor.request("alice", "3", LONG, "bob");

        assertThat(floor.refused("alice", floor.clientRfqId).reason()).isEqualTo("DUPLICATE_ID");
        assertThat(floor.facts()).containsExactly("rfq.requested");
        assertThat(first.quantity()).isEqualTo("2.0");
    }

    @Test
    void aCommandUnderTheIdOfAnotherIsRefusedThoughTheyReadAlike() {
        floor.request(LONG, "bob");
        floor.view("bob", view -> true);
        floor.pass("bob", "p-1");
        floor.view("bob", view -> view.version() == 2);
        floor.cancel("bob", "p-1");

        assertThat(floor.refusedOwn("bob", "p-1").reason()).isEqualTo("DUPLICATE_ID");
    }

    @Test
    void whoeverWasNotAskedLearnsNothing() {
        floor.request(LONG, "bob");
        floor.view("bob", view -> true);
        floor.quote("carol", "q-1", "101.00");
        floor.cancel("bob", "x-1");

        assertThat(floor.refusedOwn("carol", "q-1").reason()).isEqualTo("UNKNOWN_RFQ");
        assertThat(floor.refusedOwn("bob", "x-1").reason()).isEqualTo("UNKNOWN_RFQ");
    }

    @Test
    void aCancelledRequestTakesNoMorePrices() {
        floor.request(LONG, "bob", "carol");
        floor.quote("bob", "q-1", "101.00");
        floor.shown("bob", 1);
        floor.cancel("alice", "x-1");
        floor.view("carol", view -> view.status() == RfqStatus.CANCELLED);
        floor.quote("carol", "q-2", "100.00");

        assertThat(floor.refusedOwn("carol", "q-2").reason()).isEqualTo("RFQ_ENDED");
        floor.awaitFact("reservation.unused");
    }

    /** Bob in his second version at 101.00, Carol at 100.50. */
    private static List<RfqView.Quote> twoCounterpartiesQuote() {
        floor.request(LONG, "bob", "carol");
        floor.quote("bob", "q-1", "101.50");
        floor.shown("bob", 1);
        floor.quote("bob", "q-2", "101.00");
        RfqView.Quote bobs = floor.shown("bob", 2);
        floor.quote("carol", "q-3", "100.50");
        return List.of(bobs, floor.shown("carol", 1));
    }

    private static String reservation(String account, String id) {
        return Rfq.reservationOf(account, floor.own(id));
    }
}
