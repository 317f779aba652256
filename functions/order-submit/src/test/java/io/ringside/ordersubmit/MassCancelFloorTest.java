package io.ringside.ordersubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.CancelOrders;
import io.ringside.contracts.order.MassCancelReport;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.venue.VenueOrderEnded.Ending;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole function on a real nats-server and PostgreSQL: one command for everything that is open. */
class MassCancelFloorTest extends OnAnOrderFloor {
    @Test
    void cancelsWhatEarlierBatchesLeftAndWhatItsOwnBatchBrought() {
        floor.submit(floor.limit("c-1", "2", "99"));
        OrderState first = heard.fact("accepted", "c-1");
        floor.submit(floor.limit("c-2", "2", "99"));
        heard.fact("accepted", "c-2");
        floor.cancel("x-2", "c-2", "alice");
        heard.fact("cancel-requested", "c-2");
        floor.submit(floor.limit("c-3", "2", "99"));
        OrderState third = heard.fact("accepted", "c-3");
        floor.trade(third, "x-1", "2", "99.00");
        heard.fact("filled", "c-3");
        floor.restart(() -> {
            floor.submit(floor.limit("c-4", "2", "99"));
            floor.cancelAll("m-1", "TIN", Side.BUY);
            floor.submit(floor.limit("c-5", "2", "99"));
            floor.cancelAll("m-2", null, Side.SELL);
        });

        MassCancelReport report = heard.report("bob", "m-1");
        assertThat(report)
                .isEqualTo(new MassCancelReport("m-1", floor.account, "bob", "TIN", Side.BUY, 3, 2, 1, 0, report.at()));
        assertThat(heard.report("bob", "m-2").matched()).isZero();
        assertThat(heard.fact("cancel-requested", "c-4").cancelId()).isEqualTo("m-1");
        floor.ended(first, Ending.CANCELLED, "m-1", "because");
        assertThat(heard.notice("bob", OrderStatus.CANCELLED, "c-1")).isEqualTo(heard.fact("cancelled", "c-1"));
        assertThat(floor.row("c-3")).isEqualTo("FILLED|2|2");
        assertThat(floor.row("c-5")).isEqualTo("NEW|0|1");
    }

    @Test
    void namesTheOrderThatACancelCameTooLateFor() {
        floor.submit(floor.limit("c-1", "2", "99"));
        OrderState accepted = heard.fact("accepted", "c-1");
        floor.cancelAll("m-1", null, null);
        heard.fact("cancel-requested", "c-1");
        floor.trade(accepted, "x-1", "2", "99.00");
        floor.ended(accepted, Ending.CANCEL_REFUSED, "m-1", "TOO_LATE_TO_CANCEL");

        assertThat(heard.refused("bob", "m-1").originalClientOrderId()).isEqualTo("c-1");
        assertThat(floor.row("c-1")).isEqualTo("FILLED|2|3");
    }

    @Test
    void goesOnWhereTheLimitOfOneCommandEndedWhenAskedAgain() {
        int more = CancelOrders.ORDERS_MAX + 2;
        IntStream.range(0, more).forEach(i -> floor.submit(floor.limit("c-" + i, "1", "99")));
        heard.fact("accepted", "c-" + (more - 1));
        floor.cancelAll("m-1", null, null);
        floor.cancelAll("m-2", null, null);

        MassCancelReport first = heard.report("bob", "m-1");
        MassCancelReport second = heard.report("bob", "m-2");
        assertThat(first)
                .isEqualTo(new MassCancelReport(
                        "m-1", floor.account, "bob", null, null, more, more - 2, 0, 2, first.at()));
        assertThat(second)
                .isEqualTo(new MassCancelReport(
                        "m-2", floor.account, "bob", null, null, more, 2, more - 2, 0, second.at()));
        assertThat(heard.fact("cancel-requested", "c-" + (more - 1)).cancelId()).isEqualTo("m-2");
    }
}
