package io.ringside.rfq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringside.contracts.Side;
import io.ringside.contracts.alert.AlertKind;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqView;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.testkit.RiskStandIn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices under the risk check, on real servers. */
class RfqRiskTest extends OnAnRfqFloor {
    @Test
    void riskIsReservedForAPriceAndGivenBackWhenItIsTakenBack() {
        floor.request(LONG, "bob");
        floor.quote("bob", "q-1", "101.00");
        heard.shown("bob", 1);
        floor.quote("bob", "q-2", "102.00");
        heard.shown("bob", 2);
        floor.pass("bob", "p-1");
        RfqView passed =
                heard.view("alice", view -> RfqHearing.quote(view, "bob").status() == QuoteStatus.PASSED);

        assertThat(RfqHearing.quote(passed, "bob").price()).isNull();
        assertThat(floor.risk.asked)
                .extracting(ReserveRisk.Request::account, ReserveRisk.Request::side, ReserveRisk.Request::replaces)
                .containsExactly(
                        tuple("KESTREL-1", Side.SELL, null),
                        tuple("KESTREL-1", Side.SELL, Rfq.reservationOf("KESTREL-1", floor.own("q-1"))));
        assertThat(heard.facts().stream().filter("reservation.unused"::equals)).hasSize(2);
    }

    @Test
    void aPriceThatTheRiskCheckRefusesIsNotGiven() {
        floor.request("alice", RiskStandIn.TOO_MUCH, LONG, "bob");
        heard.view("bob", view -> true);
        floor.quote(new SubmitQuote(
                floor.own("q-1"), floor.rfqId(), "KESTREL-1", "bob", RfqFloor.TIN, Side.SELL, "99", "101.00"));

        assertThat(heard.refusedOwn("bob", "q-1").text()).isEqualTo("99 is too much.");
        assertThat(heard.facts()).containsExactly("rfq.requested");
    }

    @Test
    void whoeverLiftsALimitByAPriceOrAnAcceptanceHasToAcknowledgeIt() {
        String lifting = RiskStandIn.LIFTING;
        floor.request("alice", lifting, LONG, "bob");
        heard.view("bob", view -> true);
        floor.quote(new SubmitQuote(
                floor.own("q-1"), floor.rfqId(), "KESTREL-1", "bob", RfqFloor.TIN, Side.SELL, lifting, "101.00"));
        RfqView.Quote quote = heard.shown("bob", 1);
        floor.send(
                "accept",
                "a-1",
                "alice",
                new AcceptQuote(
                        floor.own("a-1"),
                        floor.rfqId(),
                        "HARBOUR-1",
                        "alice",
                        String.valueOf(quote.quoteId()),
                        quote.version(),
                        RfqFloor.TIN,
                        Side.BUY,
                        lifting,
                        "101.00"));

        assertThat(List.of(heard.alert("bob"), heard.alert("alice")))
                .extracting(RaiseAlert::kind, RaiseAlert::account, RaiseAlert::limit)
                .containsExactly(
                        tuple(AlertKind.LIMIT_REACHED, "KESTREL-1", RiskStandIn.LEVEL),
                        tuple(AlertKind.LIMIT_REACHED, "HARBOUR-1", RiskStandIn.LEVEL));
    }

    @Test
    void whatNobodyCouldCheckIsNotGivenAndWhateverWasReservedIsGivenBack() {
        floor.request(LONG, "bob");
        heard.view("bob", view -> true);
        floor.risk.stop();
        try {
            floor.quote("bob", "q-1", "101.00");
            assertThat(heard.refusedOwn("bob", "q-1").reason()).isEqualTo("RISK_UNAVAILABLE");
        } finally {
            floor.risk.start();
        }
        heard.awaitFact("reservation.unused");
    }
}
