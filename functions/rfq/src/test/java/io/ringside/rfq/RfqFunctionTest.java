package io.ringside.rfq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringside.contracts.Side;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.testkit.Eventually;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Asking, quoting, trading and what each party is told: the whole function on real servers. */
class RfqFunctionTest extends OnAnRfqFloor {
    @Test
    void aRequestToEverybodyIsToldToEveryTraderOfAnotherFirm() {
        floor.request(LONG);

        RfqView own = heard.view("alice", view -> true);
        assertThat(own.role()).isEqualTo(RfqView.Role.REQUESTER);
        assertThat(own.quotes())
                .containsExactly(
                        new RfqView.Quote("bob", "kestrel", QuoteStatus.REQUESTED, null, 0, null),
                        new RfqView.Quote("carol", "northgate", QuoteStatus.REQUESTED, null, 0, null));
        assertThat(own.expiresAt()).isEqualTo(own.requestedAt().plusSeconds(LONG));
        RfqView bobs = heard.view("bob", view -> true);
        assertThat(bobs.role()).isEqualTo(RfqView.Role.COUNTERPARTY);
        assertThat(bobs.quotes()).extracting(RfqView.Quote::user).containsExactly("bob");
        assertThat(bobs.clientRfqId()).isNull();
        assertThat(bobs.account()).isNull();
        heard.view("carol", view -> true);
        assertThat(heard.told("dave")).isEmpty();
    }

    @Test
    void anAcceptedVersionTradesOnceAndGivesOneFactForEachSide() {
        List<RfqView.Quote> quotes = twoCounterpartiesQuote();
        floor.accept("a-1", quotes.getFirst());

        assertThat(heard.trades())
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
        Eventually.holds("everything is told", () -> heard.facts().size() == 9);
        assertThat(heard.facts())
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

        RfqView own = heard.view("alice", view -> view.status() == RfqStatus.TRADED);
        assertThat(own.quotes())
                .extracting(RfqView.Quote::status)
                .containsExactly(QuoteStatus.TRADED, QuoteStatus.DONE_AWAY);
        assertThat(own.quotes()).extracting(RfqView.Quote::price).containsExactly("101.00", "100.50");
        assertThat(own.executionId()).isEqualTo(floor.rfqId() + "/BUY");
        RfqView bob = heard.view("bob", view -> view.status() == RfqStatus.TRADED);
        assertThat(bob.executionId()).isEqualTo(floor.rfqId() + "/SELL");
        RfqView carol = heard.view("carol", view -> view.status() == RfqStatus.TRADED);
        assertThat(carol.quotes()).extracting(RfqView.Quote::status).containsExactly(QuoteStatus.DONE_AWAY);
        assertThat(carol.executionId()).isNull();
        assertThat(String.join("", heard.told("carol"))).doesNotContain("101.");
        assertThat(String.join("", heard.told("bob"))).doesNotContain("100.50");
    }

    @Test
    void whatAPageReadsIsWhatWasToldLastByteForByte() {
        floor.request(LONG, "bob");
        floor.quote("bob", "q-1", "101.00");
        floor.accept("a-1", heard.shown("bob", 1));
        heard.trades();
        heard.view("bob", view -> view.status() == RfqStatus.TRADED);

        for (String user : List.of("alice", "bob")) {
            assertThat(floor.database.rows("select convert_from(body, 'UTF8'), open from rfq.view where rfq_id = '"
                            + floor.rfqId() + "' and party = '" + user + "'"))
                    .containsExactly(heard.told(user).getLast() + "|f");
        }
    }

    @Test
    void aSupersededVersionIsRefusedAndNeverTraded() {
        floor.request(LONG, "bob");
        floor.quote("bob", "q-1", "101.00");
        RfqView.Quote first = heard.shown("bob", 1);
        floor.quote("bob", "q-2", "102.00");
        heard.shown("bob", 2);
        floor.accept("a-1", first);

        assertThat(heard.refusedOwn("alice", "a-1").reason()).isEqualTo("QUOTE_SUPERSEDED");
        assertThat(heard.refusedOwn("alice", "a-1").text()).isEqualTo("Version 2 at 102.00 has replaced version 1.");
        assertThat(heard.facts()).doesNotContain("rfq.traded", "trade.negotiated");
    }

    @Test
    void askingAgainWithTheSameIdGivesTheSameAnswerAndAnotherBodyIsRefused() {
        floor.request(LONG, "bob");
        RfqView first = heard.view("alice", view -> true);
        floor.request("alice", "3", LONG, "bob");

        assertThat(heard.refused("alice", floor.clientRfqId).reason()).isEqualTo("DUPLICATE_ID");
        assertThat(heard.facts()).containsExactly("rfq.requested");
        assertThat(first.quantity()).isEqualTo("2.0");
    }

    @Test
    void aCommandUnderTheIdOfAnotherIsRefusedThoughTheyReadAlike() {
        floor.request(LONG, "bob");
        heard.view("bob", view -> true);
        floor.pass("bob", "p-1");
        heard.view("bob", view -> view.version() == 2);
        floor.cancel("bob", "p-1");

        assertThat(heard.refusedOwn("bob", "p-1").reason()).isEqualTo("DUPLICATE_ID");
    }

    @Test
    void aCommandWithoutAProperIdIsRefusedToItsSenderByNoMoreThanAnIdHas() {
        String id = floor.own("x".repeat(36));
        floor.send("pass", "p-1", "carol", new PassRfq(id, floor.rfqId(), RfqFloor.account("carol"), "carol"));

        assertThat(heard.refused("carol", id.substring(0, 36)).reason()).isEqualTo("MALFORMED");
    }

    @Test
    void whoeverWasNotAskedLearnsNothing() {
        floor.request(LONG, "bob");
        heard.view("bob", view -> true);
        floor.quote("carol", "q-1", "101.00");
        floor.cancel("bob", "x-1");

        assertThat(heard.refusedOwn("carol", "q-1").reason()).isEqualTo("UNKNOWN_RFQ");
        assertThat(heard.refusedOwn("bob", "x-1").reason()).isEqualTo("UNKNOWN_RFQ");
    }

    /** Bob in his second version at 101.00, Carol at 100.50. */
    private static List<RfqView.Quote> twoCounterpartiesQuote() {
        floor.request(LONG, "bob", "carol");
        floor.quote("bob", "q-1", "101.50");
        heard.shown("bob", 1);
        floor.quote("bob", "q-2", "101.00");
        RfqView.Quote bobs = heard.shown("bob", 2);
        floor.quote("carol", "q-3", "100.50");
        return List.of(bobs, heard.shown("carol", 1));
    }

    private static String reservation(String account, String id) {
        return Rfq.reservationOf(account, floor.own(id));
    }
}
