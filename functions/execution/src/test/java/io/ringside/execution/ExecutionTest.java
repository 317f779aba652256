package io.ringside.execution;

import static io.ringside.execution.ExecutionFloor.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.order.CommandRefused;
import io.ringside.testkit.AnAmend;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.StoredMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole function on a real nats-server and PostgreSQL. Each test has an instrument of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExecutionTest {
    private ExecutionFloor floor;

    @BeforeAll
    void start() {
        floor = new ExecutionFloor("XA", "XB", "XC", "XD", "XE", "XF", "XG", "XH", "XI");
    }

    @AfterAll
    void stop() {
        floor.close();
    }

    @Test
    void fillsAMarketOrderAtTheAskAndExpiresItsRest() {
        floor.quote("XA", "1: 99 x 10 / 100 x 10");
        AnOrder order = order("XA", "BUY IOC 12.5 MARKET");
        floor.accepted(order);
        assertThat(floor.awaitTold(order, 2)).containsExactly("10.0@100", "EXPIRED 2.5");
    }

    @Test
    void worksAnOrderInAnInstrumentThatWasListedAMomentAgo() {
        floor.list("XN");
        AnOrder order = order("XN", "BUY IOC 2 MARKET");
        floor.accepted(order);
        assertThat(floor.awaitTold(order, 1)).containsExactly("EXPIRED 2.0 STALE_PRICE");
    }

    @Test
    void fillsARestingOrderWhenAQuoteCrossesIt() {
        floor.quote("XB", "1: 99 x 10 / 100 x 10");
        AnOrder order = order("XB", "BUY DAY 12 @ 98");
        floor.accepted(order);
        awaitResting("XB", 1);
        floor.quote("XB", "2: 96 x 10 / 97 x 10");
        assertThat(floor.awaitTold(order, 1)).containsExactly("10.0@97");
        floor.quote("XB", "3: 98 x 10 / 99 x 10");
        floor.quote("XB", "4: 96 x 10 / 98 x 10");
        assertThat(floor.awaitTold(order, 2)).containsExactly("10.0@97", "2.0@98");
        assertThat(floor.commands("match", "XB"))
                .extracting(id -> id.substring(0, id.lastIndexOf('/')))
                .containsExactly("match/XB/2", "match/XB/4");
    }

    @Test
    void worksAnOrderOnOtherTermsAndRefusesToAmendWhatHasEnded() {
        floor.quote("XI", "1: 99 x 10 / 100 x 10");
        AnOrder order = order("XI", "BUY GTC 4.0 @ 98");
        floor.accepted(order);
        floor.amendRequested(new AnAmend(order, "a-1", "12.0", "100"));
        assertThat(floor.awaitTold(order, 2)).containsExactly("REPLACED 12.0 @ 100 left 12.0", "10.0@100");
        floor.amendRequested(new AnAmend(order, "a-2", "7.0", "100"));
        floor.amendRequested(new AnAmend(order, "a-3", "20.0", "100"));
        floor.cancelRequested(order, "x-1");

        assertThat(floor.awaitTold(order, 5))
                .containsExactly(
                        "REPLACED 12.0 @ 100 left 12.0",
                        "10.0@100",
                        "REPLACED 10.0 @ 100 left 0.0",
                        "AMEND_REFUSED TOO_LATE_TO_AMEND",
                        "CANCEL_REFUSED 0.0 TOO_LATE_TO_CANCEL");
        assertThat(floor.database.rows("select quantity, leaves, state from venue.working_order where order_id = '"
                        + order.orderId() + "'"))
                .containsExactly("10.0|0.0|FILLED");
    }

    @Test
    void cancelsWhatRestsAndRefusesToCancelWhatHasEnded() {
        floor.quote("XC", "1: 99 x 10 / 100 x 10");
        AnOrder resting = order("XC", "SELL DAY 12 @ 99");
        floor.accepted(resting);
        floor.cancelRequested(resting, "x-1");
        floor.cancelRequested(resting, "x-2");
        assertThat(floor.awaitTold(resting, 3))
                .containsExactly("10.0@99", "CANCELLED 2.0", "CANCEL_REFUSED 2.0 TOO_LATE_TO_CANCEL");
        AnOrder filled = order("XC", "BUY DAY 10 MARKET");
        floor.accepted(filled);
        floor.cancelRequested(filled, "x-3");
        assertThat(floor.awaitTold(filled, 2)).containsExactly("10.0@100", "CANCEL_REFUSED 0.0 TOO_LATE_TO_CANCEL");
    }

    @Test
    void refusesToCancelWhatItNeverHad() {
        AnOrder unknown = order("XC", "BUY DAY 1 MARKET");
        floor.cancelRequested(unknown, "x-1");
        assertThat(floor.awaitTold(unknown, 1)).containsExactly("CANCEL_REFUSED 0 UNKNOWN_ORDER");
    }

    @Test
    void entersAnOrderOnceThoughItIsToldTwice() {
        floor.quote("XD", "1: 99 x 10 / 100 x 10");
        AnOrder order = order("XD", "BUY IOC 3 MARKET");
        floor.accepted(order, "told-once");
        floor.accepted(order, "told-again");
        AnOrder after = order("XD", "BUY IOC 4 MARKET");
        floor.accepted(after);
        assertThat(floor.awaitTold(after, 1)).containsExactly("4.0@100");
        assertThat(floor.told(order)).containsExactly("3.0@100");
    }

    @Test
    void fillsNothingOnAStalePrice() {
        floor.quote("XE", "1: 99 x 10 / 100 x 10", Clock.systemUTC().instant(), true);
        AnOrder flagged = order("XE", "BUY IOC 3 MARKET");
        floor.accepted(flagged);
        assertThat(floor.awaitTold(flagged, 1)).containsExactly("EXPIRED 3.0 STALE_PRICE");
        Instant longAgo = Clock.systemUTC().instant().minus(Duration.ofHours(2));
        floor.quote("XE", "2: 99 x 10 / 100 x 10", longAgo, false);
        AnOrder aged = order("XE", "BUY IOC 3 MARKET");
        floor.accepted(aged);
        assertThat(floor.awaitTold(aged, 1)).containsExactly("EXPIRED 3.0 STALE_PRICE");
        AnOrder unquoted = order("XF", "BUY IOC 3 MARKET");
        floor.accepted(unquoted);
        assertThat(floor.awaitTold(unquoted, 1)).containsExactly("EXPIRED 3.0 STALE_PRICE");
    }

    @Test
    void letsADayOrderWaitForAPrice() {
        AnOrder order = order("XG", "BUY DAY 3 MARKET");
        floor.accepted(order);
        awaitResting("XG", 1);
        floor.quote("XG", "5: 99 x 10 / 100 x 2");
        assertThat(floor.awaitTold(order, 1)).containsExactly("2.0@100");
        floor.quote("XG", "6: 99 x 10 / 101 x 2");
        assertThat(floor.awaitTold(order, 2)).containsExactly("2.0@100", "1.0@101");
    }

    @Test
    void goesOnWithRestingOrdersAfterARestart() {
        floor.quote("XH", "1: 99 x 10 / 100 x 10");
        AnOrder order = order("XH", "BUY DAY 4 @ 95");
        floor.accepted(order);
        awaitResting("XH", 1);
        floor.restart();
        floor.quote("XH", "2: 94 x 10 / 95 x 10");
        assertThat(floor.awaitTold(order, 1)).containsExactly("4.0@95");
    }

    /** On servers of its own: a memory stream such as QUOTES is gone with its server. */
    @Test
    void fillsWhatRestsAfterTheServersWereAway() throws InterruptedException {
        try (ExecutionFloor hurt = new ExecutionFloor(Map.of(ExecutionFloor.COMMAND_WAIT, "5s"), "XI")) {
            fillsWhatRestsAfterTheServersWereAway(hurt);
        }
    }

    private static void fillsWhatRestsAfterTheServersWereAway(ExecutionFloor floor) {
        floor.quote("XI", "1: 99 x 10 / 100 x 10");
        AnOrder order = order("XI", "BUY DAY 4 @ 95");
        floor.accepted(order);
        awaitResting(floor, "XI", 1);
        Floor.shared().postgres().kill();
        try {
            floor.quote("XI", "2: 94 x 10 / 95 x 1");
        } finally {
            Floor.shared().postgres().restart();
        }
        assertThat(floor.awaitTold(order, 1)).containsExactly("1.0@95");
        floor.servers.nats.kill();
        floor.servers.nats.restart();
        floor.quoteAgainAndAgain("XI", "3: 94 x 10 / 95 x 10");
        assertThat(floor.awaitTold(order, 2)).containsExactly("1.0@95", "3.0@95");
    }

    @Test
    void setsAnOrderOfAnUnknownInstrumentAsideAndTellsItsOwner() {
        AnOrder order = order("NOWHERE", "BUY IOC 3 MARKET");
        floor.accepted(order);
        Eventually.holds("the owner is told", () -> notices().stream()
                .anyMatch(notice -> notice.clientOrderId().equals(order.clientOrderId())));
        assertThat(notices()).map(CommandRefused::reason).containsOnly("UNDER_INVESTIGATION");
        assertThat(StoredMessages.in(floor.connection, "DEADLETTERS", "dlq.paper-venue"))
                .isNotEmpty();
    }

    private List<CommandRefused> notices() {
        return StoredMessages.in(floor.connection, "INBOX", "user.alice").stream()
                .map(message -> OwnServers.decoded(message, CommandRefused.class))
                .toList();
    }

    private void awaitResting(String instrument, int count) {
        awaitResting(floor, instrument, count);
    }

    private static void awaitResting(ExecutionFloor floor, String instrument, int count) {
        Eventually.holds(
                count + " orders rest",
                () -> floor.database.number("select count(*) from venue.working_order where state = 'WORKING'"
                                + " and instrument = '" + instrument + "'")
                        == count);
    }
}
