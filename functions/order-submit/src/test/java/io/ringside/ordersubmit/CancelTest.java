package io.ringside.ordersubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.venue.VenueOrderEnded.Ending;
import org.junit.jupiter.api.Test;

/** The whole function on a real nats-server and PostgreSQL: cancels. */
class CancelTest extends OnAnOrderFloor {
    @Test
    void cancelsWhatIsLeft() {
        floor.submit(floor.limit("c-1", "2", "99"));
        OrderState accepted = heard.fact("accepted", "c-1");
        floor.trade(accepted, "x-1", "0.5", "99.00");
        heard.fact("partially-filled", "c-1");
        floor.cancel("c-2", "c-1", "bob");
        OrderState requested = heard.fact("cancel-requested", "c-1");
        floor.cancel("c-3", "c-1", "bob");
        assertThat(heard.refused("bob", "c-3").reason()).isEqualTo("CANCEL_PENDING");
        floor.ended(accepted, Ending.CANCELLED, "c-2", "because");
        OrderState cancelled = heard.fact("cancelled", "c-1");

        assertThat(requested.cancelId()).isEqualTo("c-2");
        assertThat(heard.notice("bob", OrderStatus.PENDING_CANCEL, "c-1")).isEqualTo(requested);
        assertThat(cancelled.filled()).isEqualTo("0.5");
        assertThat(cancelled.leaves()).isEqualTo("0.0");
        assertThat(cancelled.text()).isEqualTo("because");
        assertThat(floor.row("c-1")).isEqualTo("CANCELLED|0.5|4");
    }

    @Test
    void tellsACancelThatMetAFillThatItCameTooLate() {
        floor.submit(floor.limit("c-1", "2", "99"));
        OrderState accepted = heard.fact("accepted", "c-1");
        floor.cancel("c-2", "c-1", "alice");
        heard.fact("cancel-requested", "c-1");
        floor.trade(accepted, "x-1", "2", "99.00");
        floor.ended(accepted, Ending.CANCEL_REFUSED, "c-2", "because");

        assertThat(heard.refused("alice", "c-2").reason()).isEqualTo("TOO_LATE_TO_CANCEL");
        assertThat(floor.row("c-1")).isEqualTo("FILLED|2|3");
        floor.cancel("c-3", "c-1", "alice");
        assertThat(heard.refused("alice", "c-3").reason()).isEqualTo("TOO_LATE_TO_CANCEL");
        floor.cancel("c-4", "c-0", "alice");
        assertThat(heard.refused("alice", "c-4").reason()).isEqualTo("UNKNOWN_ORDER");
    }

    @Test
    void tellsWhoeverCancelledAColleaguesOrderItsEndAfterARestart() {
        floor.submit(floor.limit("c-1", "2", "99"));
        OrderState accepted = heard.fact("accepted", "c-1");
        floor.cancel("c-2", "c-1", "bob");
        heard.fact("cancel-requested", "c-1");
        floor.restart();
        floor.ended(accepted, Ending.CANCELLED, "c-2", "because");

        assertThat(heard.notice("bob", OrderStatus.CANCELLED, "c-1")).isEqualTo(heard.fact("cancelled", "c-1"));
    }

    @Test
    void refusesACancelWithoutAProperIdAndAnswersWhomItCan() {
        floor.cancel("c 1", "c-0", "alice");
        SubmitOrder order = floor.market("c-2", "1");
        floor.send(Subjects.orderCommand("submit", floor.account), "c-2", order, "not.a.user");
        floor.submit(floor.market("c-3", "1"));

        assertThat(heard.refused("alice", "c 1").reason()).isEqualTo("MALFORMED");
        heard.fact("accepted", "c-3");
        assertThat(floor.row("c-2")).isEqualTo("none");
    }
}
