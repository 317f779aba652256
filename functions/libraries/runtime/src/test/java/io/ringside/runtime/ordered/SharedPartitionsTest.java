package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.provision.servers.ChildProcess;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances share the partitions; what happens to one is made good by the other. */
class SharedPartitionsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(40);
    /** Takeover that DESIGN §4.1 allows, backlog included. */
    private static final Duration TAKEOVER = Duration.ofSeconds(7);

    private LedgerFloor floor;
    private ChildProcess one;
    private ChildProcess other;

    @BeforeEach
    void shareOut() throws Exception {
        floor = new LedgerFloor();
        one = LedgerProcess.start(floor);
        other = LedgerProcess.start(floor);
        LedgerFloor.eventually("eight partitions each", DEADLINE, () -> shares().equals(List.of("8", "8")));
    }

    @AfterEach
    void close() {
        one.kill();
        other.kill();
        floor.close();
    }

    @Test
    void aKilledInstanceIsReplacedUnderLoadWithinTheTimeOfALease() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        Thread load = load(sent, 400);
        LedgerFloor.eventually("load", DEADLINE, () -> sent.get() > 100);
        one.kill();
        LedgerFloor.eventually("the survivor to own all", TAKEOVER, () -> owners() == 1 && unowned() == 0);
        load.join();
        LedgerFloor.eventually("all facts", TAKEOVER, () -> distinct() == 400);
        mustBeWhole(400);
    }

    @Test
    void aSuspendedInstanceWokenAfterItsLeaseChangesNothingTwice() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        Thread load = load(sent, 900);
        for (int round = 0; round < 2; round++) {
            int before = sent.get();
            LedgerFloor.eventually("load", DEADLINE, () -> sent.get() > before + 50);
            ChildProcess zombie = round == 0 ? one : other;
            zombie.suspend();
            LedgerFloor.eventually("the other to own all", DEADLINE, () -> owners() == 1);
            zombie.resume();
            LedgerFloor.eventually("both to share again", DEADLINE, () -> owners() == 2);
        }
        load.join();
        LedgerFloor.eventually("all facts", DEADLINE, () -> distinct() == 900);
        mustBeWhole(900);
    }

    private long owners() {
        return floor.database.number(
                "select count(distinct owner) from runtime.partition where owner is not null and function = 'ledger'");
    }

    private List<String> shares() {
        return floor.database.rows("""
                select count(*) from runtime.partition
                where owner is not null and function = 'ledger' group by owner""");
    }

    /** Partitions whose owner is not alive. */
    private long unowned() {
        return floor.database.number("""
                select count(*) from runtime.partition p where function = 'ledger' and not exists (
                    select from runtime.instance i where i.function = p.function and i.instance = p.owner
                    and i.lease_until > clock_timestamp())""");
    }

    private int distinct() {
        return new HashSet<>(LedgerFacts.numbers(floor, "HOT")).size();
    }

    private void mustBeWhole(int orders) {
        assertThat(floor.entries()).hasSize(orders);
        assertThat(floor.entries().getFirst()).isEqualTo("HOT|1|h1");
        assertThat(floor.entries().getLast()).isEqualTo("HOT|" + orders + "|h" + orders);
        assertThat(LedgerFacts.effective(floor, "HOT")).isEqualTo(LedgerFacts.upTo(orders));
        assertThat(floor.deadLetters()).isEmpty();
    }

    private Thread load(AtomicInteger sent, int orders) {
        return Thread.ofVirtual().start(() -> {
            try {
                for (int i = 1; i <= orders; i++) {
                    floor.send("HOT", "h" + i, "ADA-XBT", "");
                    sent.set(i);
                    Thread.sleep(10);
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
