package io.ringside.ordersubmit;

import static io.ringside.ordersubmit.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.ordersubmit.desk.Refusal;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MalformedCommandTest {
    private static final String ID = "x".repeat(36);

    @Test
    void isRefusedToItsSenderByNoMoreThanAnIdHas() {
        assertThat(refused("mallory").emissions())
                .containsExactly(new Emission(
                        Subjects.inbox("mallory"),
                        "command.refused",
                        new CommandRefused(
                                ID,
                                null,
                                "ACC1",
                                "mallory",
                                "MALFORMED",
                                "clientOrderId is not 1 to 36 letters, digits, hyphens or underscores.",
                                NOON)));
    }

    @Test
    void isRefusedToWhomItNamesWhereNoSenderIsKnown() {
        assertThat(refused(null).emissions()).extracting(Emission::subject).containsExactly("user.alice");
        assertThat(refused("not.a.user").emissions()).isEmpty();
    }

    private static Decision refused(@Nullable String sender) {
        Delivery delivery = Orders.delivery(
                Subjects.orderCommand("cancel", "ACC1"), sender, new CancelOrder(ID + "yz", "c-1", "ACC1", "alice"));
        Refusal fault = CommandForm.fault(delivery).orElseThrow();
        return MalformedCommand.refused(delivery, fault);
    }
}
