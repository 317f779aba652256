package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.nats.client.PurgeOptions;
import io.ringside.contracts.Subjects;
import io.ringside.runtime.host.FunctionHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partitions that have no messages for long must not be left behind by the stream's age limit. */
class QuietCursorTest {
    private static final int BUSY_ORDERS_MAX = 5_000;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private LedgerFloor floor;

    @BeforeEach
    void open() {
        floor = new LedgerFloor();
    }

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void theirCursorsFollowTheEndOfTheStreamSoThatWhatIsRemovedBehindThemIsNoLoss() throws Exception {
        Map<String, Object> often = Map.of("ringside.loop.quiet-cursor-period", "100ms");
        try (ApplicationContext instance = floor.instance(often)) {
            for (int i = 1; i <= 5; i++) {
                floor.send("ACC", "a" + i, "ADA-XBT", "");
            }
            LedgerFloor.eventually(
                    "cursors at the end", DEADLINE, () -> cursors().equals(List.of("5")));
        }
        floor.connection
                .jetStreamManagement()
                .purgeStream("COMMANDS", PurgeOptions.builder().sequence(6).build());
        try (ApplicationContext instance = floor.instance()) {
            floor.send("BEE", "b1", "ADA-XBT", "");
            LedgerFloor.eventually(
                    "the next fact", DEADLINE, () -> floor.facts("BEE").size() == 1);
            assertThat(instance.getBean(FunctionHost.class).running())
                    .allMatch(loop -> loop.state().ready());
        }
        assertThat(floor.entries()).hasSize(6).contains("ACC|5|a5", "BEE|1|b1");
    }

    @Test
    void whileOthersAreBusyTheyFollowWhatIsHandledAndWhatTheyPublishedIsNotedAndNothingIsPassedOver() throws Exception {
        Map<String, Object> always = Map.of("ringside.loop.quiet-cursor-period", "1ms");
        List<String> expected = new ArrayList<>();
        int sent = 0;
        try (ApplicationContext instance = floor.instance(always)) {
            floor.send("ACC", "a1", "ADA-XBT", "");
            while (!quietOnesFollow() && sent < BUSY_ORDERS_MAX) {
                floor.send("HOT", "h" + ++sent, "ADA-XBT", "");
                expected.add("HOT|" + sent + "|h" + sent);
            }
            assertThat(sent)
                    .as("orders until the quiet partition stood with the busy one")
                    .isLessThan(BUSY_ORDERS_MAX);
            int all = sent;
            LedgerFloor.eventually(
                    "every fact", DEADLINE, () -> floor.facts("HOT").size() == all);
        }
        expected.addFirst("ACC|1|a1");
        assertThat(floor.entries()).isEqualTo(expected);
    }

    /** The quiet partition is far from its only message, and its publication is written down. */
    private boolean quietOnesFollow() {
        int quiet = Subjects.partitionOf(Subjects.orderCommand("submit", "ACC")).orElseThrow();
        return floor.database.number("select count(*) from runtime.cursor c join runtime.partition p"
                        + " using (function, partition) where c.function = 'ledger' and c.sequence > 100"
                        + " and p.published = p.ordinal and p.ordinal > 0 and partition = " + quiet)
                == 1;
    }

    private List<String> cursors() {
        return floor.database.rows("select distinct sequence from runtime.cursor where function = 'ledger'");
    }
}
