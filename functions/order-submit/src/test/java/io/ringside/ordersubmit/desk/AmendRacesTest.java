package io.ringside.ordersubmit.desk;

import static io.ringside.ordersubmit.Orders.NOON;
import static io.ringside.ordersubmit.desk.AmendScene.ORDER;
import static io.ringside.ordersubmit.desk.AmendScene.approved;
import static io.ringside.ordersubmit.desk.AmendScene.refusal;
import static io.ringside.ordersubmit.desk.AmendScene.six;
import static io.ringside.ordersubmit.desk.AmendScene.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.venue.VenueOrderEnded.Ending;
import io.ringside.runtime.Decision;
import io.ringside.testkit.AnAmend;
import org.junit.jupiter.api.Test;

/** What becomes of an amend when fills, cancels, ends and other amends come between. */
class AmendRacesTest {
    private final AmendScene scene = new AmendScene();

    @Test
    void refusesASecondAmendWhileOneIsUnderWayAndAnAmendOfWhatEndedOrNeverWas() {
        assertThat(refusal(scene.amend("c-2", "3", null, RiskAnswer.NOT_ASKED)).reason())
                .isEqualTo("UNKNOWN_ORDER");
        scene.accept();
        scene.amend("c-2", "3", null, RiskAnswer.NOT_ASKED);
        assertThat(refusal(scene.amend("c-3", "2", null, RiskAnswer.NOT_ASKED)).reason())
                .isEqualTo("AMEND_PENDING");
        scene.venue.ended(ORDER.end(Ending.EXPIRED, null, "EXPIRY_REACHED"), NOON);
        assertThat(refusal(scene.amend("c-4", "2", null, RiskAnswer.NOT_ASKED)).reason())
                .isEqualTo("TOO_LATE_TO_AMEND");
    }

    @Test
    void fillsInPartAndWhollyWhileAnAmendIsUnderWay() {
        scene.accept();
        scene.amend("c-2", "6", "101", approved("c-2", "6.0", "101.00"));

        OrderState part = state(scene.venue.traded(ORDER.trade("x-1", "1", "100.00"), NOON));
        OrderState whole = state(scene.venue.traded(ORDER.trade("x-2", "3", "100.00"), NOON));
        Decision late = scene.venue.amendRefused(six().refusedByVenue("TOO_LATE_TO_AMEND"), NOON);

        assertThat(part.status()).isEqualTo(OrderStatus.PENDING_REPLACE);
        assertThat(part.pendingTerms()).isNotNull();
        assertThat(whole.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(whole.pendingTerms()).isNull();
        assertThat(late.emissions()).hasSize(1);
        assertThat(refusal(late).user()).isEqualTo("bob");
        assertThat(refusal(late).reason()).isEqualTo("TOO_LATE_TO_AMEND");
    }

    @Test
    void isFilledWhenItIsReplacedByWhatIsFilledAlready() {
        scene.accept();
        scene.venue.traded(ORDER.trade("x-1", "2.5", "100.00"), NOON);
        scene.amend("c-2", "2", null, RiskAnswer.NOT_ASKED);

        OrderState replaced = state(scene.venue.replaced(new AnAmend(ORDER, "c-2", "2", "100").replaced("2.5"), NOON));

        assertThat(replaced.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(replaced.quantity()).isEqualTo("2.5");
        assertThat(replaced.leaves()).isEqualTo("0.0");
    }

    @Test
    void queuesACancelBehindAnAmend() {
        scene.accept();
        scene.amend("c-2", "6", "101", approved("c-2", "6.0", "101.00"));
        OrderState cancelling = state(scene.desk.cancel(new CancelOrder("c-3", "c-1", "ACC1", "alice"), NOON));
        OrderState replaced = state(scene.venue.replaced(six().replaced("6"), NOON));
        OrderState cancelled = state(scene.venue.ended(ORDER.end(Ending.CANCELLED, "c-3", null), NOON));

        assertThat(cancelling.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(cancelling.pendingTerms()).isEqualTo(new OrderState.PendingTerms("6.0", "101.00"));
        assertThat(replaced.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(replaced.quantity()).isEqualTo("6.0");
        assertThat(replaced.pendingTerms()).isNull();
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.quantity()).isEqualTo("6.0");
    }

    @Test
    void changesNothingWhenTermsAreToldAfterTheEnd() {
        scene.accept();
        scene.amend("c-2", "6", "101", approved("c-2", "6.0", "101.00"));
        scene.venue.ended(ORDER.end(Ending.EXPIRED, null, "EXPIRY_REACHED"), NOON);
        OrderState before = scene.table.require("ACC1", "c-1").state(null);

        Decision late = scene.venue.replaced(six().replaced("6"), NOON);

        assertThat(late.outcome()).isEqualTo("late-replaced");
        assertThat(refusal(late).reason()).isEqualTo("TOO_LATE_TO_AMEND");
        assertThat(scene.table.require("ACC1", "c-1").state(null)).isEqualTo(before);
    }

    @Test
    void failsOnTermsThatNobodyAskedFor() {
        scene.accept();
        assertThatThrownBy(() -> scene.venue.replaced(six().replaced("6"), NOON))
                .hasMessage("an order that is NEW awaits no amend c-2");
    }
}
