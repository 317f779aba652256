package io.ringside.ordersubmit;

import static io.ringside.ordersubmit.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.ReservationUnused;
import io.ringside.runtime.Emission;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.SequentialIds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AbandonedCommandTest {
    private static final String SUBMIT = "cmd.order.submit.1.ACC1";
    private static final SubmitOrder ORDER =
            AnOrder.in("TIN", "BUY IOC 1 MARKET").submit();

    @Test
    void isRejectedForTheSystemAndUnderInvestigationForItsSender() {
        List<Emission> told = told(SUBMIT, "alice", Wire.encode(ORDER));

        assertThat(told).extracting(Emission::type).containsExactly("order.rejected", "command.refused");
        assertThat(((OrderState) told.getFirst().body()).status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(((CommandRefused) told.getLast().body()).reason()).isEqualTo("UNDER_INVESTIGATION");
    }

    @Test
    void isToldToTheUserItNamesWhenNobodyElseIsKnown() {
        byte[] raw =
                text("{\"clientOrderId\":\"c-2\",\"account\":\"ACC1\",\"user\":\"bob\",\"originalClientOrderId\":7}");
        assertThat(told("cmd.order.cancel.1.ACC1", null, raw))
                .extracting(Emission::subject)
                .containsExactly("user.bob");
    }

    @Test
    void isToldByNoMoreThanAnIdHas() {
        String id = "x".repeat(36);
        byte[] raw = text(
                "{\"clientOrderId\":\"" + id + "yz\",\"account\":\"ACC1\",\"originalClientOrderId\":\"" + id + "yz\"}");
        assertThat(told("cmd.order.cancel.1.ACC1", "alice", raw))
                .extracting(Emission::body)
                .containsExactly(new CommandRefused(
                        id,
                        id,
                        "ACC1",
                        "alice",
                        "UNDER_INVESTIGATION",
                        RejectReason.UNDER_INVESTIGATION.sentence(),
                        NOON));
    }

    @Test
    void endsNoOrderUnlessItIsASubmitOfTheAccountThatItWasReceivedFor() {
        byte[] order = Wire.encode(ORDER);
        assertThat(told("cmd.order.cancel.1.ACC1", "alice", order))
                .extracting(Emission::type)
                .containsExactly("command.refused");
        assertThat(told("cmd.order.submit.1.ACC2", "alice", order))
                .extracting(Emission::type)
                .containsExactly("command.refused");
    }

    @Test
    void isToldToNobodyWhenItNamesNobody() {
        assertThat(told(SUBMIT, "alice", text("not JSON"))).isEmpty();
        assertThat(told(SUBMIT, "alice", text("{\"account\":\"ACC1\"}"))).isEmpty();
        assertThat(told(SUBMIT, "alice", text("{\"clientOrderId\":\"c-1\"}"))).isEmpty();
        assertThat(told(SUBMIT, null, text("{\"clientOrderId\":\"c-1\",\"account\":\"ACC1\"}")))
                .isEmpty();
        assertThat(told(SUBMIT, "a.b", text("{\"clientOrderId\":\"c-1\",\"account\":\"ACC1\"}")))
                .isEmpty();
    }

    @Test
    void givesBackWhatMayBeReservedForAnAmend() {
        AmendOrder amend = new AmendOrder("c-2", "c-1", "ACC1", "alice", "3", null);

        assertThat(told("cmd.order.amend.1.ACC1", "alice", Wire.encode(amend)))
                .extracting(Emission::body)
                .containsExactly(
                        new ReservationUnused("ACC1", "c-2", "alice", null, null),
                        new CommandRefused(
                                "c-2",
                                "c-1",
                                "ACC1",
                                "alice",
                                "UNDER_INVESTIGATION",
                                RejectReason.UNDER_INVESTIGATION.sentence(),
                                NOON));
        assertThat(told("cmd.order.amend.1.ACC2", "alice", Wire.encode(amend))).hasSize(1);
    }

    @Test
    void tellsNobodyOfAFact() {
        assertThat(told("evt.trade.booked.1.ACC1.o-1", null, Wire.encode(ORDER)))
                .isEmpty();
    }

    private static List<Emission> told(String subject, @Nullable String user, byte[] raw) {
        return new AbandonedCommand(subject, user, raw, NOON).told(new SequentialIds()::get);
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
