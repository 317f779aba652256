package io.ringside.benchmarks;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.benchmarks.load.LoadResult;
import io.ringside.benchmarks.load.OpenLoop;
import io.ringside.benchmarks.report.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The highest rate that the floor bears: steps up until accepted or rejected comes later than asked, or what is
 * under way
 * grows.
 *
 * @param ordersPerSecond of the last step that held; 0 when none did
 */
@Serdeable
record Sustained(int ordersPerSecond, List<Step> steps) {
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final int FIRST = 200;
    private static final double GROWTH = 1.25;
    /** What the source of the requirements asks for, milliseconds. */
    private static final double DECIDED_P95_MS_MAX = 300;

    /**
     * One rate that was tried.
     *
     * @param refused orders that the gateway did not take
     */
    @Serdeable
    record Step(int rate, Percentiles received, Percentiles decided, long undecided, long refused, boolean holds) {}

    static Sustained find(OpenLoop load, int users, Consumer<String> progress) {
        List<Step> steps = new ArrayList<>();
        int held = 0;
        int most = users * BenchOptions.RATE_PER_USER_MAX * 95 / 100;
        for (int rate = Math.min(FIRST, most); ; rate = Math.min(most, (int) (rate * GROWTH))) {
            LoadResult result = load.run(rate, STEP);
            Percentiles decided = result.decided();
            boolean holds = decided.p95() <= DECIDED_P95_MS_MAX
                    && result.undecided() == 0
                    && result.refused() <= result.flights().size() / 100;
            steps.add(new Step(rate, result.received(), decided, result.undecided(), result.refused(), holds));
            progress.accept(rate + " orders/s: accepted or rejected p95 " + decided.p95() + " ms, undecided "
                    + result.undecided() + ", refused " + result.refused() + (holds ? "" : ": too much"));
            if (!holds || rate == most) {
                return new Sustained(holds ? rate : held, List.copyOf(steps));
            }
            held = rate;
        }
    }
}
