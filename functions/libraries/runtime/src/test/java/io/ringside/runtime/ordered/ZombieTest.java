package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.api.StreamConfiguration;
import io.ringside.provision.servers.ChildProcess;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process suspended at an exact step and woken when another owns its partitions. The duplicate window is one second
 * here, so that what the zombie publishes once more is stored, not dropped.
 */
class ZombieTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    private int orders;

    @BeforeEach
    void open() throws Exception {
        var management = floor.connection.jetStreamManagement();
        management.updateStream(
                StreamConfiguration.builder(management.getStreamInfo("EVENTS").getConfiguration())
                        .duplicateWindow(Duration.ofSeconds(1))
                        .build());
    }

    @ParameterizedTest
    @EnumSource(Probe.Point.class)
    void aZombieWokenAfterTheTakeoverHasNoSecondEffect(Probe.Point point) throws Exception {
        ChildProcess zombie = LedgerProcess.start(floor, List.of("-Dsuspend.at=" + point, "-Dsuspend.pass=3"));
        ChildProcess heir = null;
        try {
            int sent = sendUntilSuspended(zombie);
            heir = LedgerProcess.start(floor);
            orders = sent + 30;
            while (sent < orders) {
                floor.send("HOT", "h" + ++sent, "ADA-XBT", "");
            }
            LedgerFloor.eventually(
                    "the heir to handle everything",
                    DEADLINE,
                    () -> new HashSet<>(LedgerFacts.numbers(floor, "HOT")).size() == orders);
            zombie.resume();
            LedgerFloor.eventually(
                    "the zombie to live and share again",
                    DEADLINE,
                    () -> floor.database.number(
                                    "select count(distinct owner) from runtime.partition where function = 'ledger'")
                            == 2);
            LedgerFloor.eventually(
                    "the follower to have seen all", DEADLINE, () -> followed().size() >= orders);
        } finally {
            zombie.resume();
            zombie.stop("TERM", DEADLINE);
            if (heir != null) {
                heir.stop("TERM", DEADLINE);
            }
        }
        assertThat(floor.entries()).hasSize(orders);
        assertThat(LedgerFacts.effective(floor, "HOT")).isEqualTo(LedgerFacts.upTo(orders));
        assertThat(followed()).isEqualTo(LedgerFacts.upTo(orders));
        assertThat(floor.deadLetters()).isEmpty();
    }

    /** Gives how many were sent. */
    private int sendUntilSuspended(ChildProcess zombie) throws Exception {
        floor.awaitOwned(DEADLINE);
        int sent = 0;
        while (!suspended(zombie)) {
            floor.send("HOT", "h" + ++sent, "ADA-XBT", "");
            Thread.sleep(5);
            assertThat(sent).as("orders sent without a suspension").isLessThan(5_000);
        }
        return sent;
    }

    private List<Long> followed() {
        return floor.database.rows("select number from ledger.followed order by position").stream()
                .map(Long::valueOf)
                .toList();
    }

    private static boolean suspended(ChildProcess process) {
        try {
            String status = java.nio.file.Files.readString(java.nio.file.Path.of("/proc/" + process.pid() + "/stat"));
            return status.substring(status.lastIndexOf(')') + 2).startsWith("T");
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
