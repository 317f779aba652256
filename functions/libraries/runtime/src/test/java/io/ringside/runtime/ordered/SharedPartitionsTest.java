package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.provision.servers.ChildProcess;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances share the partitions; what happens to one is made good by the other. */
class SharedPartitionsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    /**
     * Renewals of the survivor's lease, one a second, until it owns all: three for the lease of the dead one, four that
     * DESIGN §4.1 allows besides, and three in which one of its threads may stand still.
     */
    private static final int RENEWALS_MAX = 10;

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    private ChildProcess one;
    private ChildProcess other;

    @BeforeEach
    void shareOut() throws Exception {
        one = LedgerProcess.start(floor);
        other = LedgerProcess.start(floor);
        LedgerFloor.eventually("eight partitions each", DEADLINE, () -> shares().equals(List.of("8", "8")));
    }

    @AfterEach
    void close() {
        one.kill();
        other.kill();
    }

    @Test
    void aKilledInstanceIsReplacedUnderLoadWithinTheTimeOfALease() throws Exception {
        Load load = new Load();
        load.awaitMore(100);
        one.kill();
        Set<String> leases = new HashSet<>();
        LedgerFloor.eventually("the survivor to own all", DEADLINE, () -> {
            leases.addAll(newestLease());
            return owners() == 1 && unowned() == 0;
        });
        assertThat(leases).hasSizeLessThanOrEqualTo(1 + RENEWALS_MAX);
        load.awaitMore(100);
        mustBeWhole(load.end());
    }

    @Test
    void aSuspendedInstanceWokenAfterItsLeaseChangesNothingTwice() throws Exception {
        Load load = new Load();
        for (int round = 0; round < 2; round++) {
            load.awaitMore(50);
            ChildProcess zombie = round == 0 ? one : other;
            zombie.suspend();
            LedgerFloor.eventually("the other to own all", DEADLINE, () -> owners() == 1);
            zombie.resume();
            LedgerFloor.eventually("both to share again", DEADLINE, () -> owners() == 2);
        }
        mustBeWhole(load.end());
    }

    /** The lease that ends last, which is that of whoever lives. */
    private List<String> newestLease() {
        return floor.database.rows("select max(lease_until) from runtime.instance where function = 'ledger'");
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

    private void mustBeWhole(int orders) throws InterruptedException {
        LedgerFloor.eventually("all facts", DEADLINE, () -> distinct() == orders);
        assertThat(floor.entries()).hasSize(orders);
        assertThat(floor.entries().getFirst()).isEqualTo("HOT|1|h1");
        assertThat(floor.entries().getLast()).isEqualTo("HOT|" + orders + "|h" + orders);
        assertThat(LedgerFacts.effective(floor, "HOT")).isEqualTo(LedgerFacts.upTo(orders));
        assertThat(floor.deadLetters()).isEmpty();
    }

    /** Orders on one hot account, one after the other, until it is ended. */
    private final class Load {
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final CompletableFuture<Void> sending =
                CompletableFuture.runAsync(this::sendUntilEnded, Thread::startVirtualThread);

        /** Waits for so many orders more. */
        void awaitMore(int orders) throws InterruptedException {
            int before = sent.get();
            LedgerFloor.eventually("load", DEADLINE, () -> sent.get() > before + orders || sending.isDone());
        }

        /** Gives how many were sent. */
        int end() {
            ended.set(true);
            sending.join();
            return sent.get();
        }

        private void sendUntilEnded() {
            try {
                while (!ended.get()) {
                    floor.send("HOT", "h" + (sent.get() + 1), "ADA-XBT", "");
                    sent.incrementAndGet();
                    Thread.sleep(10);
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }
}
