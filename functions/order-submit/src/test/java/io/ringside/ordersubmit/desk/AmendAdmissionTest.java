package io.ringside.ordersubmit.desk;

import static io.ringside.ordersubmit.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.ordersubmit.desk.AmendAdmission.Admission;
import io.ringside.testkit.AnOrder;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.instrument.Instruments;
import io.ringside.trading.order.AmendRequest.Terms;
import io.ringside.trading.order.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmendAdmissionTest {
    private static final InstrumentTable INSTRUMENTS = InstrumentTable.of(List.of(Instruments.TIN));

    /** Rows in the order of the checks: what breaks several rules is refused for the first. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            BUY IOC 4 @ 100 | x    | -     | NOT_AMENDABLE | Only a limit order that may rest can be amended.
            BUY FOK 4 @ 100 | 3    | -     | NOT_AMENDABLE | Only a limit order that may rest can be amended.
            BUY DAY 4 MARKET| 3    | -     | NOT_AMENDABLE | Only a limit order that may rest can be amended.
            BUY DAY 4 @ 100 | x    | y     | MALFORMED | quantity x is not a decimal number.
            BUY DAY 4 @ 100 | 0    | y     | QUANTITY_NOT_POSITIVE | quantity 0 is not greater than zero.
            BUY DAY 4 @ 100 | 3.3  | y     | QUANTITY_STEP | quantity 3.3 is not a multiple of 0.5, the step of TIN.
            BUY DAY 4 @ 100 | 3    | y     | MALFORMED | limitPrice y is not a decimal number.
            BUY GTC 4 @ 100 | -    | 0     | PRICE_NOT_POSITIVE | limitPrice 0 is not greater than zero.
            BUY DAY 4 @ 100 | -    | 99.30 | PRICE_TICK | limitPrice 99.30 is not a multiple of 0.50, the tick of TIN.
            BUY DAY 4 @ 100 | 4.0  | 100.0 | NOTHING_CHANGES | The order has these terms already.
            """)
    void refusesWhatCannotBe(
            String order, @Nullable String quantity, @Nullable String price, RejectReason reason, String text) {
        assertThat(admit(order, quantity, price)).isEqualTo(new Admission.Refused(new Refusal(reason, text)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            BUY DAY 4 @ 100,  3,   -,      3.0, 100.00, false
            BUY GTC 4 @ 100,  4.5, -,      4.5, 100.00, true
            BUY GTD 4 @ 100,  -,   99.50,  4.0, 99.50,  false
            BUY DAY 4 @ 100,  -,   100.50, 4.0, 100.50, true
            BUY DAY 4 @ 100,  3,   100.50, 3.0, 100.50, true
            BUY DAY 4 @ 100,  4.5, 99.50,  4.5, 99.50,  true
            SELL DAY 4 @ 100, -,   100.50, 4.0, 100.50, false
            SELL DAY 4 @ 100, -,   99.50,  4.0, 99.50,  true
            SELL DAY 4 @ 100, 3,   100.50, 3.0, 100.50, false
            """)
    void knowsWhatTheRiskCheckHasASayIn(
            String order,
            @Nullable String quantity,
            @Nullable String price,
            String whole,
            String limit,
            boolean asksForMore) {
        Terms asked = new Terms(
                Instruments.TIN.quantity(whole).orThrow("quantity"),
                Instruments.TIN.price(limit).orThrow("limit"));
        assertThat(admit(order, quantity, price)).isEqualTo(new Admission.Admitted(asked, asksForMore));
    }

    private static Admission admit(String text, @Nullable String quantity, @Nullable String price) {
        SubmitOrder order = AnOrder.in("TIN", text).submit();
        OrderAdmission.Admission.Admitted admitted =
                (OrderAdmission.Admission.Admitted) new OrderAdmission(INSTRUMENTS).admit(order, NOON);
        return new AmendAdmission(INSTRUMENTS)
                .admit(
                        Order.accepted(admitted.terms(order, "o-1"), NOON),
                        new AmendOrder("c-2", "c-1", "ACC1", "bob", quantity, price));
    }
}
