package io.ringside.runtime.ordered;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.provision.servers.ChildProcess;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process is halted, as by a power cut of its own, at each step of the loop; another goes on. */
class HaltedProcessTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final int ORDERS_MAX = 5_000;

    @AutoClose
    private final LedgerFloor floor = new LedgerFloor();

    @ParameterizedTest
    @EnumSource(Probe.Point.class)
    void everyOrderHasOneEffectAndNoEventIsLostDoubledOrOutOfOrder(Probe.Point point) throws Exception {
        ChildProcess first = LedgerProcess.start(floor, point, 3);
        floor.awaitOwned(DEADLINE);
        int orders = 0;
        // One by one: orders that pile up are one batch, and a batch passes each point once.
        while (first.isAlive() && orders < ORDERS_MAX) {
            floor.send("HOT", "h" + ++orders, "ADA-XBT", "");
            Thread.sleep(5);
        }
        assertThat(first.awaitEnd(DEADLINE)).as("halted by itself").isTrue();
        assertThat(first.exitCode()).isEqualTo(137);

        int sent = orders;
        List<String> expected = IntStream.rangeClosed(1, sent)
                .mapToObj(number -> "HOT|" + number + "|h" + number)
                .toList();
        ChildProcess second = LedgerProcess.start(floor);
        try {
            LedgerFloor.eventually(
                    "every order's fact",
                    DEADLINE,
                    () -> new HashSet<>(LedgerFacts.numbers(floor, "HOT")).size() == sent);
        } finally {
            second.stop("TERM", DEADLINE);
        }
        assertThat(floor.entries()).isEqualTo(expected);
        assertThat(LedgerFacts.numbers(floor, "HOT")).isEqualTo(LedgerFacts.upTo(sent));
        assertThat(floor.deadLetters()).isEmpty();
    }
}
