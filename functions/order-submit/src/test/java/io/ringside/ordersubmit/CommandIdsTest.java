package io.ringside.ordersubmit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.runtime.Delivery;
import org.junit.jupiter.api.Test;

/** The whole function on real servers: ids that were used before, and names that are not the sender's. */
class CommandIdsTest extends OnAnOrderFloor {
    @Test
    void makesOneOrderOfACommandThatComesTwice() {
        floor.submit(floor.market("c-1", "1"));
        floor.submit(floor.market("c-1", "1"), "-again");
        floor.submit(floor.market("c-2", "1"));

        heard.fact("accepted", "c-2");
        assertThat(heard.verbs()).containsExactly("accepted", "accepted");
        assertThat(floor.database.number("select count(*) from orders.orders where account = '" + floor.account + "'"))
                .isEqualTo(2);
    }

    @Test
    void refusesAnIdThatWasUsedForSomethingElse() {
        floor.submit(floor.market("c-1", "1"));
        floor.submit(floor.market("c-1", "2"), "-other");
        floor.cancel("c-1", "c-1", "bob");

        CommandRefused order = heard.refused("alice", "c-1");
        CommandRefused cancel = heard.refused("bob", "c-1");
        assertThat(order.reason()).isEqualTo("DUPLICATE_ID");
        assertThat(cancel.reason()).isEqualTo("DUPLICATE_ID");
        assertThat(floor.row("c-1")).isEqualTo("NEW|0|1");
        assertThat(heard.verbs()).containsExactly("accepted");
    }

    @Test
    void letsGoOfWhatWasReservedUnderTheIdOfACancel() {
        floor.cancel("c-1", "c-0", "bob");
        assertThat(heard.refused("bob", "c-1").reason()).isEqualTo("UNKNOWN_ORDER");
        floor.submit(floor.market("c-1", "1"));

        assertThat(heard.refused("alice", "c-1").reason()).isEqualTo("DUPLICATE_ID");
        assertThat(floor.risk.asked).hasSize(1);
        assertThat(heard.fact("rejected", "c-1").reason()).isEqualTo("DUPLICATE_ID");
        assertThat(floor.row("c-1")).isEqualTo("none");
    }

    @Test
    void asksForNoRiskUnderTheIdOfACancelThatComesJustBefore() {
        Delivery cancel = floor.delivery("cancel", "bob", new CancelOrder("c-1", "c-0", floor.account, "bob"));
        Delivery submit = floor.delivery("submit", "alice", floor.market("c-1", "1"));
        floor.ask(cancel, submit);
        assertThat(floor.risk.asked).isEmpty();
        floor.ask(submit, cancel);
        assertThat(floor.risk.asked).hasSize(1);

        floor.restart(() -> {
            floor.cancel("c-1", "c-0", "bob");
            floor.submit(floor.market("c-1", "1"));
        });

        assertThat(heard.refused("bob", "c-1").reason()).isEqualTo("UNKNOWN_ORDER");
        assertThat(heard.refused("alice", "c-1").reason()).isEqualTo("DUPLICATE_ID");
        assertThat(heard.fact("rejected", "c-1").reason()).isEqualTo("DUPLICATE_ID");
    }

    @Test
    void refusesACommandThatSpeaksForAnotherAccountOrUser() {
        SubmitOrder order = floor.market("c-1", "1");
        floor.send(Subjects.orderCommand("submit", "OTHER"), "c-1", order, "mallory");

        assertThat(heard.refused("mallory", "c-1").text())
                .isEqualTo("account is not the one the command was received for.");
        assertThat(floor.row("c-1")).isEqualTo("none");
    }
}
