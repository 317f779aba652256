package io.ringside.ordersubmit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.ordersubmit.desk.OrderAdmission.Admission;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderAdmissionTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final OrderAdmission admission = new OrderAdmission(InstrumentTable.of(List.of(Instruments.TIN)));

    /** Rows in the order of the checks: what breaks several rules is refused for the first. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            GOLD | LIMIT | x | x | UNKNOWN_INSTRUMENT | There is no instrument GOLD.
            TIN | LIMIT | x | x | MALFORMED | quantity x is not a decimal number.
            TIN | LIMIT | 1e3 | - | MALFORMED | quantity 1e3 is not a decimal number.
            TIN | LIMIT | 9999999999999999999 | - | MALFORMED | quantity 9999999999999999999 is too large.
            TIN | LIMIT | 1.25 | x | QUANTITY_STEP | quantity 1.25 is not a multiple of 0.5, the step of TIN.
            TIN | LIMIT | 0 | x | QUANTITY_NOT_POSITIVE | quantity 0 is not greater than zero.
            TIN | LIMIT | -1 | x | QUANTITY_NOT_POSITIVE | quantity -1 is not greater than zero.
            TIN | LIMIT | 1.3 | x | QUANTITY_STEP | quantity 1.3 is not a multiple of 0.5, the step of TIN.
            TIN | MARKET | 1 | 100.00 | PRICE_NOT_ALLOWED | limitPrice is 100.00, a market order takes none.
            TIN | LIMIT | 1 | - | PRICE_MISSING | limitPrice is missing, a limit order needs it.
            TIN | LIMIT | 1 | x | MALFORMED | limitPrice x is not a decimal number.
            TIN | LIMIT | 1 | 0.505 | PRICE_TICK | limitPrice 0.505 is not a multiple of 0.50, the tick of TIN.
            TIN | LIMIT | 1 | 0 | PRICE_NOT_POSITIVE | limitPrice 0 is not greater than zero.
            TIN | LIMIT | 1 | -0.50 | PRICE_NOT_POSITIVE | limitPrice -0.50 is not greater than zero.
            TIN | LIMIT | 1 | 100.25 | PRICE_TICK | limitPrice 100.25 is not a multiple of 0.50, the tick of TIN.
            """)
    void refusesNamingTheFieldAndTheRule(
            String instrument, OrderType type, String quantity, @Nullable String price, String reason, String text) {
        Admission.Refused refused = (Admission.Refused) admission.admit(order(instrument, type, quantity, price), NOON);
        assertThat(refused.refusal().reason()).hasToString(reason);
        assertThat(refused.refusal().text()).isEqualTo(text);
    }

    @Test
    void readsAWellFormedOrderOnTheScalesOfItsInstrument() {
        SubmitOrder limit = order("TIN", OrderType.LIMIT, "7.5", "100.5");
        Admission.Admitted admitted = (Admission.Admitted) admission.admit(limit, NOON);
        assertThat(admitted.terms(limit, "o-1").quantity()).hasToString("7.5");
        assertThat(admitted.terms(limit, "o-1").limitPrice()).hasToString("100.50");
        assertThat(admission.admit(order("TIN", OrderType.MARKET, "1", null), NOON))
                .isInstanceOf(Admission.Admitted.class);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            GTC | MARKET | - | timeInForce is GTC, which only a limit order may be.
            GTD | MARKET | 2026-11-22T12:00:00Z | timeInForce is GTD, which only a limit order may be.
            GTD | LIMIT | - | expiresAt is missing, a GTD order needs it.
            GTD | LIMIT | 2026-11-21T12:00:00Z | expiresAt is 2026-11-21T12:00:00Z, which is past.
            GTD | LIMIT | 2027-11-22T12:00:01Z | expiresAt is 2027-11-22T12:00:01Z, more than 366 days ahead.
            GTC | LIMIT | 2026-11-22T12:00:00Z | expiresAt is 2026-11-22T12:00:00Z, which only a GTD order has.
            DAY | LIMIT | 2026-11-22T12:00:00Z | expiresAt is 2026-11-22T12:00:00Z, which only a GTD order has.
            """)
    void refusesATimeInForceThatDoesNotFitTheOrder(
            TimeInForce force, OrderType type, @Nullable Instant end, String text) {
        Admission.Refused refused = (Admission.Refused) admission.admit(lasting(force, type, end), NOON);
        assertThat(refused.refusal()).isEqualTo(new Refusal(RejectReason.TIME_IN_FORCE, text));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            FOK | MARKET | -
            FOK | LIMIT | -
            GTC | LIMIT | -
            GTD | LIMIT | 2026-11-21T12:00:01Z
            GTD | LIMIT | 2027-11-22T12:00:00Z
            """)
    void admitsATimeInForceThatFits(TimeInForce force, OrderType type, @Nullable Instant end) {
        SubmitOrder order = lasting(force, type, end);
        Admission.Admitted admitted = (Admission.Admitted) admission.admit(order, NOON);
        assertThat(admitted.terms(order, "o-1").expiresAt()).isEqualTo(end);
    }

    private static SubmitOrder lasting(TimeInForce force, OrderType type, @Nullable Instant end) {
        String price = type == OrderType.MARKET ? null : "100.00";
        return new SubmitOrder("c-1", "ACC1", "alice", "TIN", Side.BUY, type, force, "1", price, end);
    }

    private static SubmitOrder order(String instrument, OrderType type, String quantity, @Nullable String price) {
        return new SubmitOrder(
                "c-1", "ACC1", "alice", instrument, Side.BUY, type, TimeInForce.DAY, quantity, price, null);
    }
}
