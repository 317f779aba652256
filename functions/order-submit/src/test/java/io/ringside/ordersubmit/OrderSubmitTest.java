package io.ringside.ordersubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.venue.VenueOrderEnded.Ending;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.RiskStandIn;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The whole function on a real nats-server and PostgreSQL: orders and what becomes of them. */
class OrderSubmitTest extends OnAnOrderFloor {
    @Test
    void carriesAnOrderFromTheCommandToItsLastFill() {
        floor.submit(floor.limit("c-1", "2", "100.5"));
        OrderState accepted = heard.fact("accepted", "c-1");
        floor.trade(accepted, "x-1", "0.5", "100.00");
        floor.trade(accepted, "x-2", "1.5", "100.50");
        OrderState filled = heard.fact("filled", "c-1");

        assertThat(accepted.status()).isEqualTo(OrderStatus.NEW);
        assertThat(accepted.quantity()).isEqualTo("2.0");
        assertThat(accepted.limitPrice()).isEqualTo("100.50");
        assertThat(accepted.version()).isEqualTo(1);
        assertThat(filled.version()).isEqualTo(3);
        assertThat(filled.averagePrice()).isEqualTo("100.3750");
        assertThat(filled.lastQuantity()).isEqualTo("1.5");
        assertThat(heard.notice("alice", OrderStatus.FILLED, "c-1")).isEqualTo(filled);
        assertThat(heard.verbs()).containsExactly("accepted", "partially-filled", "filled");
        assertThat(floor.row("c-1")).isEqualTo("FILLED|2|3");
    }

    @Test
    void rejectsWhatTheRiskCheckRefuses() {
        floor.submit(floor.market("c-1", RiskStandIn.TOO_MUCH));

        OrderState rejected = heard.notice("alice", OrderStatus.REJECTED, "c-1");
        assertThat(rejected.reason()).isEqualTo("ORDER_SIZE");
        assertThat(rejected.text()).isEqualTo("99 is too much.");
        assertThat(heard.fact("rejected", "c-1")).isEqualTo(rejected);
        assertThat(floor.row("c-1")).isEqualTo("REJECTED|0|1");
        Eventually.holds("its user is alerted", () -> heard.alerts().stream()
                .anyMatch(alert -> rejected.orderId().equals(alert.orderId())));
    }

    @Test
    void rejectsWhatNobodyCouldCheckAndAcceptsAgainAfter() {
        floor.risk.stop();
        try {
            floor.submit(floor.market("c-1", "1"));
            assertThat(heard.notice("alice", OrderStatus.REJECTED, "c-1").reason())
                    .isEqualTo("RISK_UNAVAILABLE");
        } finally {
            floor.risk.start();
        }
        floor.submit(floor.market("c-2", "1"));
        assertThat(heard.fact("accepted", "c-2").status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void rejectsWhatIsNotWellFormedWithoutAskingForRisk() {
        floor.submit(floor.market("c-1", "1.3"));
        floor.submit(floor.market("c-2", "none"));

        assertThat(heard.notice("alice", OrderStatus.REJECTED, "c-1").text())
                .isEqualTo("quantity 1.3 is not a multiple of 0.5, the step of TIN.");
        assertThat(heard.notice("alice", OrderStatus.REJECTED, "c-2").reason()).isEqualTo("MALFORMED");
        assertThat(floor.risk.asked).isEmpty();
        assertThat(floor.row("c-1")).isEqualTo("REJECTED|0|1");
        assertThat(floor.row("c-2")).isEqualTo("none");
    }

    @Test
    void expiresWhatAnImmediateOrderCouldNotFill() {
        floor.submit(floor.market("c-1", "2"));
        OrderState accepted = heard.fact("accepted", "c-1");
        floor.trade(accepted, "x-1", "1", "99.00");
        floor.trade(accepted, "x-1", "1", "99.00");
        floor.ended(accepted, Ending.EXPIRED, null, "because");

        assertThat(heard.fact("expired", "c-1").filled()).isEqualTo("1.0");
        assertThat(heard.fact("expired", "c-1").text()).isEqualTo("because");
        assertThat(floor.row("c-1")).isEqualTo("EXPIRED|1|3");
    }

    @Test
    void saysWhyTheVenueLetADayOrderExpire() {
        floor.submit(floor.limit("c-1", "2", "99"));
        floor.ended(heard.fact("accepted", "c-1"), Ending.EXPIRED, null, "DAY_ENDED");

        OrderState expired = heard.notice("alice", OrderStatus.EXPIRED, "c-1");
        assertThat(expired.reason()).isEqualTo("DAY_ENDED");
        assertThat(expired.text()).isEqualTo(RejectReason.DAY_ENDED.sentence());
        assertThat(expired.leaves()).isEqualTo("0.0");
        assertThat(heard.fact("expired", "c-1")).isEqualTo(expired);
        assertThat(floor.row("c-1")).isEqualTo("EXPIRED|0|2");
        floor.cancel("c-2", "c-1", "alice");
        assertThat(heard.refused("alice", "c-2").reason()).isEqualTo("TOO_LATE_TO_CANCEL");
    }

    @Test
    void goesOnAfterARestartFromWhatIsInTheDatabase() {
        floor.submit(floor.limit("c-1", "2", "99"));
        OrderState accepted = heard.fact("accepted", "c-1");
        floor.restart();
        floor.trade(accepted, "x-1", "2", "98.50");

        assertThat(heard.fact("filled", "c-1").averagePrice()).isEqualTo("98.5000");
    }

    @Test
    void followsOrdersInInstrumentsThatWereListedAMomentAgo() {
        floor.acceptedElsewhere("c-1", "LEAD");
        floor.cancel("c-2", "c-1", "alice");
        assertThat(heard.fact("cancel-requested", "c-1").instrument()).isEqualTo("LEAD");

        AnOrder order = floor.acceptedElsewhere("c-3", "ZINC");
        floor.send(Subjects.tradeFact(floor.account, order.orderId()), "x-1", order.trade("x-1", "2", "99.00"), null);
        assertThat(heard.fact("filled", "c-3").averagePrice()).isEqualTo("99.0000");
    }

    @Test
    void doesNotBookAnExecutionThatContradictsItself() {
        floor.submit(floor.limit("c-1", "2", "99"));
        OrderState accepted = heard.fact("accepted", "c-1");
        floor.trade(accepted, "x-1", "1", "99.00");
        floor.send(
                Subjects.tradeFact(floor.account, accepted.orderId()),
                "x-1-again",
                floor.execution(accepted, "x-1", "1", "98.00"),
                null);
        floor.trade(accepted, "x-2", "1", "99.00");

        assertThat(heard.fact("filled", "c-1").averagePrice()).isEqualTo("99.0000");
    }

    @Test
    void saysThatACommandThatCannotBeReadIsUnderInvestigation() {
        byte[] body = "{\"clientOrderId\":\"c-1\",\"account\":\"%s\",\"side\":\"SIDEWAYS\"}"
                .formatted(floor.account)
                .getBytes(StandardCharsets.UTF_8);
        floor.send(Subjects.orderCommand("submit", floor.account), "c-1", body, "alice");

        assertThat(heard.refused("alice", "c-1").reason()).isEqualTo("UNDER_INVESTIGATION");
    }
}
