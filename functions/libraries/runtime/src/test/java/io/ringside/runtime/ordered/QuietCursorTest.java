package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.nats.client.PurgeOptions;
import io.ringside.runtime.host.FunctionHost;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partitions that have no messages for long must not be left behind by the stream's age limit. */
class QuietCursorTest {
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

    private List<String> cursors() {
        return floor.database.rows("select distinct sequence from runtime.cursor where function = 'ledger'");
    }
}
