package io.ringside.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.testkit.HandMovedClock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** Whatever happens, in whatever order: nothing is lost without a word, nothing comes twice, and the order is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("ringside.histories", 10_000);
    private static final long FIRST_SEED = Long.getLong("ringside.histories.seed", 1);

    /** As many are enough to see what is wrong. */
    private static final int FAILURES_MAX = 5;

    private final HandMovedClock clock = GatewayUnderTest.standingClock();
    private final Branches branches = new Branches();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        // Each outage is worth a warning, and there are thousands.
        quiet(Level.OFF);
        gateway = GatewayUnderTest.start(clock, Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
        quiet(null);
    }

    private static void quiet(@Nullable Level level) {
        ((Logger) LoggerFactory.getLogger("io.ringside.gateway.personal")).setLevel(level);
    }

    @Test
    void noHistoryLosesAnythingWithoutAWordOrBringsAnythingTwice() {
        CompletableFuture<Void> all = new CompletableFuture<>();
        // Virtual, as the threads that it gives turns to: then a turn costs no switch of the machine's threads.
        Thread.startVirtualThread(() -> {
            try {
                runAll();
                all.complete(null);
            } catch (RuntimeException | Error e) {
                all.completeExceptionally(e);
            }
        });
        all.join();
        branches.tookAsCounted(meters);
        branches.show(HISTORIES + " histories", EnumSet.allOf(Branch.class));
    }

    private void runAll() {
        List<AssertionError> failures = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES && failures.size() < FAILURES_MAX; seed++) {
            try {
                new Episode(seed, branches, gateway.beans(), clock, meters).run();
            } catch (RuntimeException | Error e) {
                failures.add(new AssertionError("-Dringside.histories.seed=" + seed + ": " + e.getMessage(), e));
            }
        }
        assertThat(failures).isEmpty();
    }
}
