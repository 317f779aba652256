package io.ringside.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.Money;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The market is 99.50 to 100.00; the collar 5 %, so it ends at 105.00 and at 94.53. One lot is 25 t. */
class RiskRulesTest {
    private static final Instrument TIN = Instruments.TIN;
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final TopOfBook BOOK = book("99.50", "100.00", false, NOON);

    /** Rows in the order in which the checks refuse: an order that breaks several is refused for the first. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            BUY  | 10.0 | -      | 0    | 0    | 0    | APPROVED
            SELL | 10.0 | -      | 0    | 0    | 0    | APPROVED
            BUY  | 10.5 | 200.00 | 99.0 | 0    | 0    | ORDER_SIZE
            BUY  | 10.0 | 105.00 | 0    | 0    | 0    | APPROVED
            BUY  | 10.0 | 105.50 | 99.0 | 0    | 0    | PRICE_COLLAR
            BUY  | 10.0 | 0.50   | 0    | 0    | 0    | APPROVED
            SELL | 10.0 | 95.00  | 0    | 0    | 0    | APPROVED
            SELL | 10.0 | 94.50  | 0    | 0    | 99.0 | PRICE_COLLAR
            SELL | 10.0 | 105.50 | 0    | 0    | 0    | ORDER_NOTIONAL
            BUY  | 10.0 | -      | 10.0 | 0    | 0    | APPROVED
            BUY  | 10.0 | -      | 10.5 | 0    | 0    | NET_POSITION
            BUY  | 10.0 | -      | 5.0  | 5.5  | 0    | NET_POSITION
            BUY  | 10.0 | -      | 5.0  | 5.0  | 99.0 | APPROVED
            SELL | 10.0 | -      | -5.0 | 99.0 | 5.0  | APPROVED
            SELL | 10.0 | -      | -5.0 | 0    | 5.5  | NET_POSITION
            SELL | 10.0 | -      | 99.0 | 0    | 0    | APPROVED
            BUY  | 10.0 | -      | -99.0| 0    | 0    | APPROVED
            """)
    void decidesInTheOrderOfTheChecks(
            Side side,
            String quantity,
            @Nullable String price,
            String net,
            String reservedBuy,
            String reservedSell,
            String outcome) {
        Exposure exposure = new Exposure(lots(net), lots(reservedBuy), lots(reservedSell));
        RiskDecision decision = rules(TIN, limit(), BOOK).decide(order(side, quantity, price), exposure);
        assertThat(outcomeOf(decision)).isEqualTo(outcome);
        assertThat(decision.limitVersion()).isEqualTo(7);
    }

    @Test
    void refusesFirstWhatMayNotBeTradedAtAll() {
        RiskRequest order = order(Side.BUY, "99.0", null);
        assertThat(refusal(rules(Instruments.halted(TIN), limit(), null), order).reason())
                .isEqualTo(RejectReason.INSTRUMENT_RESTRICTED);
        assertThat(refusal(rules(Instruments.halted(TIN), null, null), order).limitVersion())
                .isZero();
        assertThat(refusal(rules(TIN, restricted(), null), order).text()).isEqualTo("This account may not trade TIN.");
        RiskDecision.Refused unset = refusal(rules(TIN, null, BOOK), order);
        assertThat(unset.reason()).isEqualTo(RejectReason.NO_LIMIT);
        assertThat(unset.limitVersion()).isZero();
    }

    @Test
    void tradesOnNoPriceThatIsNotCurrent() {
        RiskRequest buy = order(Side.BUY, "1.0", "200.00");
        assertThat(stale(null, buy)).startsWith("No price of TIN has been seen");
        assertThat(stale(book("99.50", "100.00", true, NOON), buy)).startsWith("The feed says");
        assertThat(stale(book("99.50", "100.00", false, NOON.minusMillis(2001)), buy))
                .isEqualTo("The price of TIN is from 2026-11-21T11:59:57.999Z, older than the limit of 2000 ms.");
        assertThat(stale(book("99.50", null, false, NOON), buy)).startsWith("Nobody offers TIN now");
        assertThat(stale(book(null, "100.00", false, NOON), order(Side.SELL, "1.0", null)))
                .startsWith("Nobody bids for TIN now");
        assertThat(rules(TIN, limit(), book("99.50", "100.00", false, NOON.minusMillis(2000)))
                        .decide(order(Side.BUY, "1.0", null), Exposure.none(1)))
                .isEqualTo(new RiskDecision.Approved(7, price("100.00")));
    }

    @Test
    void saysTheLimitWhatWasAskedAndWhatIsLeft() {
        Exposure exposure = new Exposure(lots("12.0"), lots("3.0"), lots("0"));
        RiskRules rules = rules(TIN, limit(), BOOK);
        assertThat(text(rules.decide(order(Side.BUY, "10.5", null), exposure)))
                .isEqualTo("The order is for 10.5 lots, the limit for one order is 10.0 lots.");
        assertThat(text(rules.decide(order(Side.BUY, "1.0", "106.00"), exposure)))
                .isEqualTo("The limit price is 106.00, the collar ends at 105.00: 500 basis points beyond the ask of "
                        + "100.00.");
        assertThat(text(rules.decide(order(Side.SELL, "1.0", "90.00"), exposure)))
                .isEqualTo("The limit price is 90.00, the collar ends at 94.53: 500 basis points beyond the bid of "
                        + "99.50.");
        assertThat(text(rules.decide(order(Side.SELL, "10.0", "110.00"), exposure)))
                .isEqualTo("The order could be worth 27500.00 USD, the limit for one order is 26250.00 USD.");
        assertThat(text(rules.decide(order(Side.BUY, "5.5", null), exposure)))
                .isEqualTo("The order is for 5.5 lots, 5.0 lots is left of the net position limit of 20.0 lots, "
                        + "counting open orders.");
    }

    @Test
    void showsNothingLeftWhenALimitWasCutBelowWhatIsHeld() {
        Exposure exposure = new Exposure(lots("50.0"), lots("0"), lots("0"));
        assertThat(text(rules(TIN, limit(), BOOK).decide(order(Side.BUY, "1.0", null), exposure)))
                .contains("0.0 lots is left");
    }

    @Test
    void measuresAMarketOrderAtTheCollar() {
        RiskLimit tight = new RiskLimit(
                lots("10.0"), Money.of("26249.99", "USD", 2), lots("20.0"), 500, Duration.ofSeconds(2), false, 7);
        assertThat(outcomeOf(rules(TIN, tight, BOOK).decide(order(Side.BUY, "10.0", null), Exposure.none(1))))
                .isEqualTo("ORDER_NOTIONAL");
        assertThat(outcomeOf(rules(TIN, tight, BOOK).decide(order(Side.SELL, "10.0", null), Exposure.none(1))))
                .isEqualTo("APPROVED");
    }

    @Test
    void measuresASellAtTheBidWhenItsLimitIsLower() {
        RiskLimit tight = new RiskLimit(
                lots("10.0"), Money.of("24874.99", "USD", 2), lots("20.0"), 500, Duration.ofSeconds(2), false, 7);
        assertThat(outcomeOf(rules(TIN, tight, BOOK).decide(order(Side.SELL, "10.0", "95.00"), Exposure.none(1))))
                .isEqualTo("ORDER_NOTIONAL");
    }

    @Test
    void refusesAPositionBeyondWhatANumberCanHold() {
        Quantity most = new Quantity(Long.MAX_VALUE, 1);
        RiskLimit endless =
                new RiskLimit(most, new Money("USD", Long.MAX_VALUE, 2), most, 500, Duration.ofSeconds(2), false, 7);
        Exposure full = new Exposure(most, lots("0"), lots("0"));
        assertThat(outcomeOf(rules(TIN, endless, BOOK).decide(order(Side.BUY, "1.0", null), full)))
                .isEqualTo("NET_POSITION");
    }

    @Test
    void neverReservesLessThanNothing() {
        assertThatThrownBy(() -> Exposure.none(1).release(Side.BUY, lots("1.0")))
                .hasMessageContaining("nothing");
        assertThatThrownBy(() -> Exposure.none(1).release(Side.SELL, lots("1.0")))
                .hasMessageContaining("nothing");
    }

    private static String stale(@Nullable TopOfBook book, RiskRequest order) {
        RiskDecision.Refused refused = refusal(rules(TIN, limit(), book), order);
        assertThat(refused.reason()).isEqualTo(RejectReason.STALE_PRICE);
        return refused.text();
    }

    private static RiskDecision.Refused refusal(RiskRules rules, RiskRequest order) {
        return (RiskDecision.Refused) rules.decide(order, Exposure.none(1));
    }

    private static String outcomeOf(RiskDecision decision) {
        return switch (decision) {
            case RiskDecision.Approved approved -> "APPROVED";
            case RiskDecision.Refused refused -> refused.reason().name();
        };
    }

    private static String text(RiskDecision decision) {
        return ((RiskDecision.Refused) decision).text();
    }

    private static RiskRules rules(Instrument instrument, @Nullable RiskLimit limit, @Nullable TopOfBook book) {
        return new RiskRules(instrument, limit, book, NOON);
    }

    private static RiskLimit limit() {
        return new RiskLimit(
                lots("10.0"), Money.of("26250.00", "USD", 2), lots("20.0"), 500, Duration.ofSeconds(2), false, 7);
    }

    private static RiskLimit restricted() {
        return new RiskLimit(
                lots("10.0"), Money.of("26250.00", "USD", 2), lots("20.0"), 500, Duration.ofSeconds(2), true, 7);
    }

    private static RiskRequest order(Side side, String quantity, @Nullable String price) {
        return new RiskRequest(side, lots(quantity), price == null ? null : price(price));
    }

    private static TopOfBook book(@Nullable String bid, @Nullable String ask, boolean stale, Instant at) {
        return new TopOfBook("TIN", level(bid), level(ask), 1, stale, at);
    }

    private static TopOfBook.@Nullable Level level(@Nullable String price) {
        return price == null ? null : new TopOfBook.Level(price(price), lots("1.0"));
    }

    private static Quantity lots(String text) {
        return Quantity.of(text, 1);
    }

    private static Price price(String text) {
        return Price.of(text, 2);
    }
}
