package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Somebody takes the partitions, or the servers fail, in the middle of a decision. */
class LostOwnershipTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    @AfterEach
    void close() {
        LedgerFunction.HOOK.set(null);
    }

    @Test
    void whatWasDecidedForPartitionsThatAreLostIsRolledBackAndDecidedByTheirOwner() throws Exception {
        LedgerFunction.HOOK.set(
                () -> floor.database.execute("update runtime.partition set fence = fence + 1, owner = null"));
        handleThree("HOOK");
        assertThat(floor.database.number("select min(fence) from runtime.partition where function = 'ledger'"))
                .as("owned, lost, owned again")
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void cursorsThatSomebodyElseMovedAreNotMovedAgain() throws Exception {
        LedgerFunction.HOOK.set(() -> floor.database.execute("""
            update runtime.partition set fence = fence + 1 where function = 'ledger';
            update runtime.cursor set sequence = sequence where function = 'ledger'\
            """));
        handleThree("HOOK");
    }

    @Test
    void aConnectionThatBreaksInTheMiddleCostsNoTry() throws Exception {
        LedgerFunction.HOOK.set(() -> floor.database.execute("""
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()\
            """));
        handleThree("HOOK");
    }

    private void handleThree(String instrument) throws Exception {
        try (ApplicationContext instance = floor.instance()) {
            floor.send("ACC", "a1", "ADA-XBT", "");
            floor.send("ACC", "a2", instrument, "");
            floor.send("ACC", "a3", "ADA-XBT", "");
            LedgerFloor.eventually(
                    "three facts", DEADLINE, () -> floor.facts("ACC").size() >= 3);
        }
        assertThat(LedgerFunction.HOOK.get()).as("it happened").isNull();
        assertThat(floor.entries()).containsExactly("ACC|1|a1", "ACC|2|a2", "ACC|3|a3");
        assertThat(LedgerFacts.numbers(floor, "ACC")).isEqualTo(List.of(1L, 2L, 3L));
        assertThat(floor.deadLetters()).isEmpty();
    }
}
