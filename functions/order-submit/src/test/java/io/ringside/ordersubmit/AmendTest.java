package io.ringside.ordersubmit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.venue.VenueOrderEnded.Ending;
import io.ringside.runtime.Delivery;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.RiskStandIn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole function on a real nats-server and PostgreSQL: orders that get other terms. */
class AmendTest extends OnAnOrderFloor {
    @Test
    void worksAnOrderOnOtherTermsAlsoAfterARestart() {
        OrderState accepted = accepted("c-1", "2", "99");
        floor.amend("a-1", "c-1", "3", "100");
        OrderState pending = heard.fact("amend-requested", "c-1");
        assertThat(heard.notice("bob", OrderStatus.PENDING_REPLACE, "c-1")).isEqualTo(pending);
        floor.restart();
        floor.trade(accepted, "x-1", "0.5", "99.00");
        assertThat(heard.fact("partially-filled", "c-1").pendingTerms()).isEqualTo(pending.pendingTerms());
        floor.replaced(accepted, "a-1", "3", "100");
        OrderState replaced = heard.fact("replaced", "c-1");

        assertThat(replaced.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(replaced.leaves()).isEqualTo("2.5");
        assertThat(replaced.limitPrice()).isEqualTo("100.00");
        assertThat(heard.notice("bob", OrderStatus.PARTIALLY_FILLED, "c-1")).isEqualTo(replaced);
        assertThat(floor.database.rows("select trim_scale(quantity), trim_scale(limit_price), amend_id, amender,"
                        + " amend_quantity from orders.orders where order_id = '" + accepted.orderId() + "'"))
                .containsExactly("3|100|a-1|bob|-");
    }

    @Test
    void asksTheRiskCheckForWhatIsMoreAndForNothingElse() {
        accepted("c-1", "2", "99");
        accepted("c-2", "2", "99");
        floor.risk.asked.clear();
        floor.amend("a-1", "c-1", "1.5", null);
        floor.amend("a-2", "c-2", "99", null);
        assertThat(heard.refused("bob", "a-2").reason()).isEqualTo("ORDER_SIZE");

        assertThat(floor.risk.asked)
                .extracting(ReserveRisk.Request::clientOrderId, ReserveRisk.Request::amends)
                .containsExactly(tuple("a-2", new ReserveRisk.Amended("c-2", "2.0")));
    }

    @Test
    void amendsToLessWhileTheRiskCheckIsAwayAndRefusesMore() {
        accepted("c-1", "2", "99");
        accepted("c-2", "2", "99");
        floor.withoutRisk(() -> {
            floor.amend("a-1", "c-1", "1", null);
            heard.fact("amend-requested", "c-1");
            floor.amend("a-2", "c-2", "3", null);
            assertThat(heard.refused("bob", "a-2").reason()).isEqualTo("RISK_UNAVAILABLE");
        });

        assertThat(floor.row("c-2")).isEqualTo("NEW|0|1");
        heard.awaitUnused("a-2");
    }

    @Test
    void leavesAnOrderUntouchedWhenTheRiskCheckRefusesItsAmend() {
        accepted("c-1", "2", "99");
        floor.amend("a-1", "c-1", "99", null);

        assertThat(heard.refused("bob", "a-1").text()).isEqualTo("99 is too much.");
        assertThat(heard.refused("bob", "a-1").originalClientOrderId()).isEqualTo("c-1");
        assertThat(floor.row("c-1")).isEqualTo("NEW|0|1");
        assertThat(heard.unused()).isEmpty();
    }

    @Test
    void alertsWhomeverItLiftsToALevelOfALimit() {
        OrderState accepted = accepted("c-1", "2", "99");
        floor.amend("a-1", "c-1", RiskStandIn.LIFTING, null);

        Eventually.holds("the level is told", () -> heard.alerts().stream()
                .filter(alert -> accepted.orderId().equals(alert.orderId()))
                .map(RaiseAlert::limit)
                .toList()
                .equals(List.of(RiskStandIn.LEVEL)));
    }

    @Test
    void hasOneEffectWhenAskedTwiceAndRefusesTheIdWithAnotherBody() {
        accepted("c-1", "2", "99");
        floor.amend("a-1", "c-1", "3", null);
        floor.amend("a-1", "c-1", "3.0", null);
        floor.amend("a-1", "c-1", "3", null);

        assertThat(heard.refused("bob", "a-1").reason()).isEqualTo("DUPLICATE_ID");
        floor.submit(floor.market("c-9", "1"));
        heard.fact("accepted", "c-9");
        assertThat(heard.verbs()).containsExactly("accepted", "amend-requested", "accepted");
        assertThat(heard.unused()).isEmpty();
    }

    @Test
    void letsGoOfWhatWasReservedUnderTheIdOfACancel() {
        accepted("c-1", "2", "99");
        floor.cancel("a-1", "c-0", "bob");
        assertThat(heard.refused("bob", "a-1").reason()).isEqualTo("UNKNOWN_ORDER");
        floor.amend("a-1", "c-1", "3", null);

        heard.awaitUnused("a-1");
        assertThat(floor.row("c-1")).isEqualTo("NEW|0|1");
    }

    @Test
    void amendsAnOrderOfTheSameBatch() {
        floor.restart(() -> {
            floor.submit(floor.limit("c-1", "2", "99"));
            floor.amend("a-1", "c-1", "2.5", null);
        });

        assertThat(heard.fact("amend-requested", "c-1").pendingTerms())
                .isEqualTo(new OrderState.PendingTerms("2.5", "99.00"));
    }

    @Test
    void asksOnceOfTwoCommandsWithOneId() {
        accepted("c-1", "2", "99");
        floor.risk.asked.clear();
        Delivery first = floor.delivery("amend", "bob", new AmendOrder("a-1", "c-1", floor.account, "bob", "3", null));
        Delivery second = floor.delivery("amend", "bob", new AmendOrder("a-1", "c-1", floor.account, "bob", "4", null));
        floor.ask(first, second);

        assertThat(floor.risk.asked).extracting(ReserveRisk.Request::quantity).containsExactly("3.0");
    }

    @Test
    void tellsTheSenderThatAnOrderEndedBeforeItsAmendCame() {
        OrderState accepted = accepted("c-1", "2", "99");
        floor.amend("a-1", "c-1", "3", null);
        heard.fact("amend-requested", "c-1");
        floor.ended(accepted, Ending.EXPIRED, null, "DAY_ENDED");
        floor.amendRefused(accepted, "a-1");

        OrderState expired = heard.fact("expired", "c-1");
        assertThat(heard.refused("bob", "a-1").reason()).isEqualTo("TOO_LATE_TO_AMEND");
        assertThat(expired.amendId()).isEqualTo("a-1");
        assertThat(expired.pendingTerms()).isNull();
        assertThat(floor.row("c-1")).isEqualTo("EXPIRED|0|3");
    }

    private static OrderState accepted(String id, String quantity, String price) {
        floor.submit(floor.limit(id, quantity, price));
        return heard.fact("accepted", id);
    }
}
