package io.ringside.ordersubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.ordersubmit.desk.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandFormTest {
    private static final String NUMBER = "1";

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            c 1, ACC1, alice, TIN,   alice,   'clientOrderId is not 1 to 36 letters, digits, hyphens or underscores.'
            '',  ACC1, alice, TIN,   alice,   'clientOrderId is not 1 to 36 letters, digits, hyphens or underscores.'
            c-1, ACC2, alice, TIN,   alice,   account is not the one the command was received for.
            c-1, ACC1, a.b,   TIN,   -,       user is not an id.
            c-1, ACC1, alice, TIN,   mallory, user is not the one who sent the command.
            c-1, ACC1, alice, T.N,   alice,   instrument is not an id.
            """)
    void namesTheRuleThatAnOrderBreaks(
            String id, String account, String user, String instrument, @Nullable String sender, String text) {
        assertThat(CommandForm.fault(Orders.delivery(
                                Subjects.orderCommand("submit", "ACC1"),
                                sender,
                                order(id, account, user, instrument, NUMBER, NUMBER)))
                        .orElseThrow()
                        .text())
                .isEqualTo(text);
    }

    @Test
    void refusesNumbersTooLongToBeShown() {
        String endless = "1".repeat(41);
        assertThat(fault(order("c-1", "ACC1", "alice", "TIN", endless, NUMBER))).isEqualTo("quantity is too long.");
        assertThat(fault(order("c-1", "ACC1", "alice", "TIN", NUMBER, endless))).isEqualTo("limitPrice is too long.");
    }

    @Test
    void refusesACancelOfWhatIsNoId() {
        assertThat(CommandForm.fault(Orders.delivery(
                                Subjects.orderCommand("cancel", "ACC1"),
                                null,
                                new CancelOrder("c-2", "c 1", "ACC1", "alice")))
                        .orElseThrow()
                        .text())
                .isEqualTo("originalClientOrderId is not an id.");
    }

    @Test
    void refusesAnAmendThatNamesNoOrderOrAsksForNothing() {
        assertThat(amend("c 1", NUMBER, null)).contains("originalClientOrderId is not an id.");
        assertThat(amend("c-1", null, null)).contains("quantity and limitPrice are both missing.");
        assertThat(amend("c-1", "1".repeat(41), null)).contains("quantity is too long.");
        assertThat(amend("c-1", null, "1".repeat(41))).contains("limitPrice is too long.");
        assertThat(amend("c-1", null, NUMBER)).isEmpty();
    }

    @Test
    void refusesACancelOfEverythingInWhatIsNoInstrument() {
        CancelOrders cancel = new CancelOrders("c-2", "ACC1", "alice", "T.N", null);
        assertThat(CommandForm.fault(Orders.delivery(Subjects.orderCommand("cancel-all", "ACC1"), "alice", cancel))
                        .map(Refusal::text))
                .contains("instrument is not an id.");
    }

    private static Optional<String> amend(String original, @Nullable String quantity, @Nullable String price) {
        AmendOrder amend = new AmendOrder("c-2", original, "ACC1", "alice", quantity, price);
        return CommandForm.fault(Orders.delivery(Subjects.orderCommand("amend", "ACC1"), "alice", amend))
                .map(Refusal::text);
    }

    @Test
    void findsNoFaultWithAProperCommandOrAFact() {
        assertThat(CommandForm.fault(Orders.delivery(
                        Subjects.orderCommand("submit", "ACC1"),
                        "alice",
                        order("c-1", "ACC1", "alice", "TIN", NUMBER, NUMBER))))
                .isEmpty();
        assertThat(CommandForm.fault(Orders.delivery("evt.trade.booked.1.ACC1.o", null, "a fact")))
                .isEmpty();
    }

    private static String fault(SubmitOrder order) {
        return CommandForm.fault(Orders.delivery(Subjects.orderCommand("submit", "ACC1"), "alice", order))
                .orElseThrow()
                .text();
    }

    private static SubmitOrder order(
            String id, String account, String user, String instrument, String quantity, String price) {
        return new SubmitOrder(
                id, account, user, instrument, Side.BUY, OrderType.LIMIT, TimeInForce.DAY, quantity, price, null);
    }
}
