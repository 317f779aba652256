package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.provision.servers.ChildProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process is halted, as by a power cut of its own, at each step of the loop; another goes on. */
class HaltedProcessTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int ORDERS = 120;

    private LedgerFloor floor;

    @BeforeEach
    void open() {
        floor = new LedgerFloor();
    }

    @AfterEach
    void close() {
        floor.close();
    }

    @ParameterizedTest
    @EnumSource(Probe.Point.class)
    void everyOrderHasOneEffectAndNoEventIsLostDoubledOrOutOfOrder(Probe.Point point) throws Exception {
        ChildProcess first = LedgerProcess.start(floor, point, 3);
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= ORDERS; i++) {
            floor.send("HOT", "h" + i, "ADA-XBT", "");
            expected.add("HOT|" + i + "|h" + i);
            if (i % 40 == 0) {
                int sent = i;
                LedgerFloor.eventually(
                        "the first process to take what was sent or to halt",
                        DEADLINE,
                        () -> !first.isAlive() || floor.facts("HOT").size() == sent);
            }
        }
        assertThat(first.awaitEnd(DEADLINE)).as("halted by itself").isTrue();
        assertThat(first.exitCode()).isEqualTo(137);

        ChildProcess second = LedgerProcess.start(floor);
        try {
            LedgerFloor.eventually(
                    "every order's fact",
                    DEADLINE,
                    () -> new HashSet<>(LedgerFacts.numbers(floor, "HOT")).size() == ORDERS);
        } finally {
            second.stop("TERM", DEADLINE);
        }
        assertThat(floor.entries()).isEqualTo(expected);
        assertThat(LedgerFacts.numbers(floor, "HOT")).isEqualTo(LedgerFacts.upTo(ORDERS));
        assertThat(floor.deadLetters()).isEmpty();
    }
}
