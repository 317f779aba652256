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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Partitions that have no messages for long must not be left behind by the stream's age limit. */
class QuietCursorTest {
    /** Many times what is handled in one transaction. */
    private static final int BUSY_ORDERS = 2_000;

    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

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
            LedgerFloor.eventually("both ready", DEADLINE, () -> instance.getBean(FunctionHost.class).running().stream()
                    .allMatch(loop -> loop.state().ready()));
        }
        assertThat(floor.entries()).hasSize(6).contains("ACC|5|a5", "BEE|1|b1");
    }

    @Test
    void whileOthersAreBusyTheyFollowWhatIsHandledAndNothingIsPassedOver() throws Exception {
        seesWhileOthersAreBusy(
                Map.of("ringside.loop.quiet-cursor-period", "1ms"), "cursor", "old.sequence <= 1 and new.sequence > 1");
    }

    @Test
    void whileOthersAreBusyWhatTheyPublishedIsNoted() throws Exception {
        seesWhileOthersAreBusy(
                Map.of("ringside.loop.note-period", "1ms"),
                "partition",
                "new.published = new.ordinal and old.published < new.published");
    }

    private void seesWhileOthersAreBusy(Map<String, Object> settings, String table, String change) throws Exception {
        List<String> expected = new ArrayList<>();
        floor.send("ACC", "a1", "ADA-XBT", "");
        expected.add("ACC|1|a1");
        for (int i = 1; i <= BUSY_ORDERS; i++) {
            floor.send("HOT", "h" + i, "ADA-XBT", "");
            expected.add("HOT|" + i + "|h" + i);
        }
        int quiet = Subjects.partitionOf(Subjects.orderCommand("submit", "ACC")).orElseThrow();
        watch(table, change + " and new.partition = " + quiet);
        try (ApplicationContext instance = floor.instance(settings)) {
            LedgerFloor.eventually(
                    "every fact", DEADLINE, () -> floor.facts("HOT").size() == BUSY_ORDERS);
        }
        assertThat(floor.entries()).isEqualTo(expected);
        assertThat(floor.database.rows("select busy < " + BUSY_ORDERS + " from watched"))
                .containsExactly("t");
    }

    /** Writes down how far the busy account was when a row of the runtime's changed so. */
    private void watch(String table, String change) {
        floor.database.execute("""
            create table watched (busy bigint);
            create function watch() returns trigger language plpgsql security definer as $$
            begin
                insert into public.watched select count(*) from ledger.entry where account = 'HOT';
                return null;
            end $$;
            create trigger watch after update on runtime.%s for each row
                when (new.function = 'ledger' and %s) execute function watch()\
            """.formatted(table, change));
    }

    private List<String> cursors() {
        return floor.database.rows("select distinct sequence from runtime.cursor where function = 'ledger'");
    }
}
