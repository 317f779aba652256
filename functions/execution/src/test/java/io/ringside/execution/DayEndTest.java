package io.ringside.execution;

import static io.ringside.execution.ExecutionFloor.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.api.MessageInfo;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.testkit.AnOrder;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.HandMovedClock;
import io.ringside.testkit.OwnServers;
import io.ringside.testkit.StoredMessages;
import io.ringside.trading.calendar.TradingDay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Orders that are good for the day, on real servers. The venue goes by the time of the log, which no test can move; the
 * watcher's clock is moved by hand, and days are ended by moving what the venue wrote.
 */
class DayEndTest {
    private static final Duration HOUR = Duration.ofHours(1);
    /** As long as the watcher waits for a command that it sent. */
    private static final Duration COMMAND_WAIT = Duration.ofSeconds(5);

    private final Instant start = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    private final ExecutionFloor floor = new ExecutionFloor(
            Map.of(
                    MovableTime.START,
                    start.minus(HOUR.multipliedBy(2)).toString(),
                    ExecutionFloor.COMMAND_WAIT,
                    COMMAND_WAIT.toSeconds() + "s"),
            "D1");

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void ordersAreGoodUntilTheEndOfTheDayInWhichTheLogHasThem() {
        floor.database.execute(
                "update reference.instrument set trading_day_end = '16:00', trading_day_zone = 'America/New_York'");
        floor.restart();
        rest("BUY DAY 4 @ 90");

        List<MessageInfo> entered = StoredMessages.in(floor.connection, "COMMANDS", "cmd.venue.enter.*.D1");
        TradingDay day = new TradingDay(LocalTime.of(16, 0), ZoneId.of("America/New_York"));
        Instant end = day.endOf(entered.getFirst().getTime().toInstant());
        assertThat(floor.database.number(
                        "select count(*) from venue.working_order where expires_at = '" + end + "'::timestamptz"))
                .isEqualTo(1);
    }

    @Test
    void expireWhenTheWatchersClockSaysThatTheirDayIsOver() {
        AnOrder order = rest("BUY DAY 4 @ 90");
        Instant end = start.minus(HOUR);
        end(end);
        clock().moveTo(end.minusMillis(1));
        assertThat(floor.told(order)).isEmpty();

        clock().moveTo(end);

        assertThat(floor.awaitTold(order, 1)).containsExactly("EXPIRED 4.0 DAY_ENDED");
        assertThat(floor.commands("close", "D1")).containsExactly("close/D1/" + end + "/" + arrival() + "/0");
    }

    @Test
    void expireByATimerThatTheWatcherKnowsNothingOfWhenTheyAreGoodUntilATime() {
        AnOrder order = order("D1", "SELL GTD 4 @ 110").until(start.plusMillis(1_500));
        floor.accepted(order);

        assertThat(floor.awaitTold(order, 1)).containsExactly("EXPIRED 4.0 EXPIRY_REACHED");
        assertThat(StoredMessages.in(floor.connection, "COMMANDS", "cmd.venue.close.*.D1." + order.orderId()))
                .hasSize(1);
    }

    @Test
    void restOnWhileTheLogHasNotComeToTheEndOfTheirDay() {
        AnOrder order = rest("BUY DAY 4 @ 90");
        Instant end = start.plus(HOUR);
        end(end);
        clock().moveTo(end);
        Eventually.holds("the venue decided", () -> outcomes().equals(List.of("nothing-ended")));
        clock().advance(COMMAND_WAIT.plusMillis(1));
        Eventually.holds("it decided again", () -> outcomes().size() == 2);
        String id = "close/D1/" + end + "/" + arrival();
        assertThat(floor.commands("close", "D1")).containsExactly(id + "/0", id + "/1");
        assertThat(floor.told(order)).isEmpty();

        end(start);

        assertThat(floor.awaitTold(order, 1)).containsExactly("EXPIRED 4.0 DAY_ENDED");
    }

    @Test
    void expireInsteadOfBeingFilledByAQuoteAfterTheEnd() {
        AnOrder over = rest("BUY DAY 4 @ 100");
        end(start.minus(HOUR));
        floor.quote("D1", "7: 98 x 10 / 99 x 10");

        assertThat(floor.awaitTold(over, 1)).containsExactly("EXPIRED 4.0 DAY_ENDED");
        assertThat(floor.commands("close", "D1")).isEmpty();
    }

    @Test
    void expireAllAtOnceWhenTheFunctionComesBackDaysLater() {
        floor.database.execute("""
                insert into venue.working_order
                select gen_random_uuid(), 'r' || i, 'ACC', 'alice', 'D1', 'BUY', 'LIMIT', 'DAY', 1, 1, i, i, 'WORKING',
                    now() - interval '3 days' + i * interval '1 minute'
                from generate_series(1, 1300) as i
                """);
        clock().moveTo(start);
        Eventually.holds(
                "nothing is worked any more",
                () -> floor.database.number("select count(*) from venue.working_order where state = 'WORKING'") == 0);
        Eventually.holds("all is told", () -> expired().size() == 1300);

        assertThat(expired()).extracting(VenueOrderEnded::clientOrderId).doesNotHaveDuplicates();
        assertThat(expired()).extracting(VenueOrderEnded::reason).containsOnly("DAY_ENDED");
        assertThat(floor.commands("close", "D1")).hasSize(3);
    }

    private AnOrder rest(String text) {
        AnOrder order = order("D1", text);
        floor.accepted(order);
        Eventually.holds(
                "the order rests",
                () -> floor.database.number("select count(*) from venue.working_order where state = 'WORKING'") == 1);
        return order;
    }

    /** From now on the day of what rests ends then. */
    private void end(Instant end) {
        floor.database.execute("update venue.working_order set expires_at = '" + end + "'::timestamptz");
    }

    private HandMovedClock clock() {
        return floor.bean(HandMovedClock.class);
    }

    private long arrival() {
        return floor.database.number("select arrival from venue.working_order");
    }

    /** What became of the commands that close a day. */
    private List<String> outcomes() {
        return floor.database.rows("select outcome from audit.entry where subject like 'cmd.venue.close.%'");
    }

    private List<VenueOrderEnded> expired() {
        return StoredMessages.in(floor.connection, "EVENTS", "evt.venue.expired.>").stream()
                .map(message -> OwnServers.decoded(message, VenueOrderEnded.class))
                .toList();
    }
}
