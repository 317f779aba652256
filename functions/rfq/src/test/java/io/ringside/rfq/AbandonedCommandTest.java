package io.ringside.rfq;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqRefused;
import io.ringside.runtime.Emission;
import io.ringside.testkit.AnOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AbandonedCommandTest {
    private static final String RFQ = Rfq.idOf("HARBOUR-1", "r-1");
    private static final String ID = "x".repeat(36);

    @Test
    void isToldToItsSenderByNoMoreThanAnIdHas() {
        assertThat(told("mallory"))
                .containsExactly(new Emission(
                        Subjects.inbox("mallory"),
                        "rfq.refused",
                        new RfqRefused(
                                RFQ,
                                ID,
                                "KESTREL-1",
                                "mallory",
                                "UNDER_INVESTIGATION",
                                RejectReason.UNDER_INVESTIGATION.sentence(),
                                AnOrder.NOON)));
    }

    @Test
    void isToldToWhomItNamesWhereNoSenderIsKnown() {
        assertThat(told(null)).extracting(Emission::subject).containsExactly("user.bob");
        assertThat(told("not.a.user")).isEmpty();
    }

    private static List<Emission> told(@Nullable String sender) {
        byte[] raw = Wire.encode(new PassRfq(ID + "yz", RFQ, "KESTREL-1", "bob"));
        return new AbandonedCommand(Subjects.rfqCommand("pass", RFQ), sender, raw, AnOrder.NOON).told();
    }
}
