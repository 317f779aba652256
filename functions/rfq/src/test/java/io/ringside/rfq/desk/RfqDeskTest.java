package io.ringside.rfq.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.ExpireRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqRefused;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.rfq.negotiation.Terms;
import io.ringside.rfq.negotiation.Trader;
import io.ringside.rfq.negotiation.Traders;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfqDeskTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant END = NOON.plusSeconds(60);
    private static final String RFQ = Rfq.idOf("HARBOUR-1", "r-1");
    private static final Optional<Verdict> APPROVED =
            Optional.of(new Verdict("any", "any", true, null, null, 1, "100.00", null));

    private final RfqDesk desk = new RfqDesk(
            InstrumentTable.of(List.of(Instruments.TIN, Instruments.halted(Instruments.ADA))),
            new Traders(List.of(
                    new Trader("alice", "harbour"), new Trader("dave", "harbour"), new Trader("bob", "kestrel"))),
            Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            GOLD;    2;    60;   bob;    UNKNOWN_INSTRUMENT;    There is no instrument GOLD.
            ADA-XBT; 2;    60;   bob;    INSTRUMENT_RESTRICTED; ADA/XBT is halted: nobody may trade it now.
            TIN;     0;    60;   bob;    QUANTITY_NOT_POSITIVE; quantity 0 is not greater than zero.
            TIN;     1.5;  4;    bob;    LIFE_OUT_OF_RANGE;     lifeSeconds is 4, it must be from 5 to 1800.
            TIN;     1.5;  1801; bob;    LIFE_OUT_OF_RANGE;     lifeSeconds is 1801, it must be from 5 to 1800.
            TIN;     none; 60;   bob;    MALFORMED;             quantity none is not a decimal number.
            TIN;     1.5;  60;   dave;   UNKNOWN_COUNTERPARTY;  counterparties names dave, who is of your own firm.
            TIN;     1.5;  60;   nobody; UNKNOWN_COUNTERPARTY;  counterparties names nobody, who may not trade.
            """)
    void aRequestThatBreaksARuleIsRefusedNamingIt(
            String instrument, String quantity, int life, String counterparty, RejectReason reason, String text) {
        Decision decision = desk.request(
                new RequestQuotes(
                        "r-1", "HARBOUR-1", "alice", instrument, Side.BUY, quantity, List.of(counterparty), life),
                NOON);

        assertThat(refusal(decision))
                .isEqualTo(new RfqRefused(RFQ, "r-1", "HARBOUR-1", "alice", reason.name(), text, NOON));
        assertThat(desk.changed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            BUY;  2; 101.00; TERMS_DIFFER
            SELL; 3; 101.00; TERMS_DIFFER
            SELL; 2; 101.25; PRICE_TICK
            SELL; 2; 0;      PRICE_NOT_POSITIVE
            SELL; 2; x;      PRICE_TICK
            """)
    void aPriceThatAnswersSomethingElseOrIsNoneIsRefused(
            Side side, String quantity, String price, RejectReason reason) {
        open();

        Decision decision = desk.quote(
                new SubmitQuote("q-1", RFQ, "KESTREL-1", "bob", "TIN", side, quantity, price), APPROVED, "quote", NOON);

        assertThat(refusal(decision).reason()).isEqualTo(reason.name());
        assertThat(types(decision)).containsExactly("rfq.refused", "reservation.unused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            other; 1; 101.00; UNKNOWN_QUOTE
            quote; 2; 101.00; QUOTE_SUPERSEDED
            quote; 1; 100.50; TERMS_DIFFER
            """)
    void anAcceptanceOfSomethingElseThanIsOfferedNeverTrades(
            String quote, int version, String price, RejectReason reason) {
        open();
        desk.quote(quote("101.00"), APPROVED, "quote", NOON);

        Decision decision = desk.accept(
                new AcceptQuote("a-1", RFQ, "HARBOUR-1", "alice", quote, version, "TIN", Side.BUY, "2", price),
                APPROVED,
                NOON);

        assertThat(refusal(decision).reason()).isEqualTo(reason.name());
        assertThat(types(decision)).containsExactly("rfq.refused", "reservation.unused");
    }

    @Test
    void anAcceptanceAtTheEndOfItsTimeIsTooLateAndOneBeforeIsNot() {
        open();
        desk.quote(quote("101.00"), APPROVED, "quote", NOON);

        assertThat(refusal(desk.accept(accept("a-1"), APPROVED, END)).reason()).isEqualTo("RFQ_ENDED");
        assertThat(desk.accept(accept("a-2"), APPROVED, END.minusNanos(1)).outcome())
                .isEqualTo("traded");
        assertThat(desk.expire(new ExpireRfq(RFQ), END).outcome()).isEqualTo("ended-before");
    }

    @Test
    void theTimesOfARequestAreThoseThatTheDatabaseKeeps() {
        Instant arrived = Instant.parse("2026-11-21T12:00:00.814336999Z");
        desk.request(new RequestQuotes("r-1", "HARBOUR-1", "alice", "TIN", Side.BUY, "2", List.of("bob"), 60), arrived);

        Terms terms = desk.changed().iterator().next().terms();
        assertThat(terms.requestedAt()).isEqualTo("2026-11-21T12:00:00.814336Z");
        assertThat(terms.expiresAt()).isEqualTo("2026-11-21T12:01:00.814336Z");
    }

    @Test
    void ofAnExpiryAndAnAcceptanceTheFirstInTheLogWins() {
        open();
        desk.quote(quote("101.00"), APPROVED, "quote", NOON);

        assertThat(desk.expire(new ExpireRfq(RFQ), END).outcome()).isEqualTo("expired");
        assertThat(refusal(desk.accept(accept("a-1"), APPROVED, END)).reason()).isEqualTo("RFQ_ENDED");
    }

    @Test
    void aTimerThatCameTooEarlyIsSetAgain() {
        open();

        Decision decision = desk.expire(new ExpireRfq(RFQ), END.minusNanos(1));

        assertThat(decision.emissions()).containsExactly(Announcement.timer(RFQ, END));
    }

    @Test
    void aPriceThatWasTakenBackCannotBeAcceptedButMayBeGivenAgain() {
        open();
        desk.quote(quote("101.00"), APPROVED, "quote", NOON);
        desk.pass(pass("p-1"), NOON);

        assertThat(refusal(desk.accept(accept("a-1"), APPROVED, NOON)).reason()).isEqualTo("QUOTE_WITHDRAWN");
        assertThat(refusal(desk.pass(pass("p-2"), NOON)).reason()).isEqualTo("PASSED_ALREADY");
        assertThat(desk.quote(quote("102.00"), APPROVED, "another", NOON).outcome())
                .isEqualTo("quoted");
        assertThat(desk.changed().iterator().next().answerWith("quote")).isPresent();
    }

    @Test
    void onlyWhoeverAskedMayCancel() {
        open();

        assertThat(refusal(desk.cancel(new CancelRfq("x-1", RFQ, "HARBOUR-2", "alice"), NOON))
                        .reason())
                .isEqualTo("UNKNOWN_RFQ");
        assertThat(desk.cancel(new CancelRfq("x-2", RFQ, "HARBOUR-1", "alice"), NOON)
                        .outcome())
                .isEqualTo("cancelled");
    }

    @Test
    void nothingIsGivenBackThatTheRiskCheckRefusedItself() {
        open();
        Verdict refused = new Verdict("KESTREL-1", "x", false, "NET_POSITION", "2 asked, 1 left.", 1, null, null);

        Decision decision = desk.quote(quote("101.00"), Optional.of(refused), "quote", NOON);

        assertThat(types(decision)).containsExactly("rfq.refused");
        assertThat(refusal(decision).text()).isEqualTo("2 asked, 1 left.");
    }

    private void open() {
        desk.request(new RequestQuotes("r-1", "HARBOUR-1", "alice", "TIN", Side.BUY, "2", List.of("bob"), 60), NOON);
    }

    private static SubmitQuote quote(String price) {
        return new SubmitQuote("q-" + price, RFQ, "KESTREL-1", "bob", "TIN", Side.SELL, "2", price);
    }

    private static AcceptQuote accept(String id) {
        return new AcceptQuote(id, RFQ, "HARBOUR-1", "alice", "quote", 1, "TIN", Side.BUY, "2.0", "101");
    }

    private static PassRfq pass(String id) {
        return new PassRfq(id, RFQ, "KESTREL-1", "bob");
    }

    private static RfqRefused refusal(Decision decision) {
        assertThat(decision.outcome()).isEqualTo("refused");
        return (RfqRefused) decision.emissions().getFirst().body();
    }

    private static List<String> types(Decision decision) {
        return decision.emissions().stream().map(Emission::type).toList();
    }
}
