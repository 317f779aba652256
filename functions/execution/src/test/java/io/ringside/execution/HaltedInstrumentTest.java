package io.ringside.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.venue.MatchVenueOrders;
import io.ringside.reference.ReferenceData;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Quotes;
import io.ringside.trading.instrument.Instrument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An instrument is halted under orders that the risk check had let through, and opened again. */
class HaltedInstrumentTest {
    private static final Duration COMMAND_WAIT = Duration.ofMillis(500);

    private final ExecutionFloor floor = new ExecutionFloor(
            Map.of(ExecutionFloor.COMMAND_WAIT, COMMAND_WAIT.toMillis() + "ms", "ringside.reference.refresh", "100ms"),
            "TIN",
            "ZINC");

    @AfterEach
    void close() throws InterruptedException {
        floor.close();
    }

    @Test
    void nothingFillsUntilItIsOpenAgain() {
        floor.quote("TIN", "1: 99 x 10 / 100 x 10");
        AnOrder resting = enter("TIN", "BUY DAY 5 @ 98");
        await(resting, "WORKING");
        set("HALTED");

        AnOrder crossing = enter("TIN", "BUY DAY 3 @ 101");
        AnOrder immediate = enter("TIN", "BUY IOC 2 MARKET");
        assertThat(floor.awaitTold(immediate, 1)).containsExactly("EXPIRED 2.0 INSTRUMENT_RESTRICTED");
        await(crossing, "WORKING");
        floor.quote("TIN", "2: 96 x 10 / 97 x 10");
        floor.quote("ZINC", "1: 99 x 10 / 100 x 10");
        AnOrder other = enter("ZINC", "BUY IOC 2 MARKET");
        assertThat(floor.awaitTold(other, 1)).as("another instrument").containsExactly("2.0@100");
        assertThat(floor.told(resting)).isEmpty();
        assertThat(floor.told(crossing)).isEmpty();
        assertThat(floor.commands("match", "TIN")).isEmpty();

        set("OPEN");
        floor.quote("TIN", "3: 96 x 10 / 97 x 10");
        assertThat(floor.awaitTold(crossing, 1)).containsExactly("3.0@97");
        assertThat(floor.awaitTold(resting, 1)).containsExactly("5.0@97");
    }

    @Test
    void aMatchThatMetTheHaltDoesNotKeepTheNextFromFilling() {
        floor.quote("TIN", "1: 99 x 10 / 100 x 10");
        AnOrder resting = enter("TIN", "BUY DAY 5 @ 98");
        await(resting, "WORKING");
        set("HALTED");
        Instant now = Clock.systemUTC().instant();
        Quote crossing = Quotes.of("TIN", "2: 96 x 10 / 97 x 10", now);
        floor.quote("TIN", "2: 96 x 10 / 97 x 10", now, false);
        String sentBefore =
                "match/TIN/2/" + Duration.between(Instant.EPOCH, now).dividedBy(COMMAND_WAIT);
        floor.servers.send(Subjects.venueCommand("match", "TIN"), sentBefore, new MatchVenueOrders("TIN", crossing));
        Eventually.holds("the match met the halt", () -> floor.database
                .rows("select message_id from runtime.remembered where function = 'paper-venue'")
                .contains(sentBefore));
        assertThat(floor.told(resting)).isEmpty();

        set("OPEN");
        assertThat(floor.awaitTold(resting, 1)).containsExactly("5.0@97");
    }

    private AnOrder enter(String instrument, String text) {
        AnOrder order = ExecutionFloor.order(instrument, text);
        floor.accepted(order);
        return order;
    }

    private void await(AnOrder order, String state) {
        Eventually.holds("the order is " + state, () -> floor.database
                .rows("select state from venue.working_order where order_id = '" + order.orderId() + "'")
                .contains(state));
    }

    private void set(String status) {
        floor.database.execute("update reference.instrument set status = '" + status + "' where id = 'TIN'");
        Eventually.holds(
                "the status is seen",
                () -> floor.bean(ReferenceData.class)
                                .instruments()
                                .require("TIN")
                                .status()
                        == Instrument.Status.valueOf(status));
    }
}
