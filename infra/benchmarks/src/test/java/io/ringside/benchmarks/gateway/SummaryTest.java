package io.ringside.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void theMiddleRoundCountsAndTheOthersAreTheSpread() {
        assertThat(Summary.of(List.of(
                        measured("a", 1, 9),
                        measured("b", 1, 2),
                        measured("b", 2, 4),
                        measured("a", 2, 1),
                        measured("a", 3, 3))))
                .containsExactly(
                        new Summary("fan-out", "a", "p95 ms", 3, 1, 9, 3),
                        new Summary("fan-out", "b", "p95 ms", 3, 2, 4, 2));
    }

    @Test
    void theTableHasALineForEachServerAndADashForWhatItHasNot() {
        String table = Summary.table(List.of(
                new Summary("fan-out", "b", "p95 ms", 3.25, 2, 4, 3),
                new Summary("fan-out", "b", "lost", 0, 0, 0, 3),
                new Summary("fan-out", "a", "p95 ms", 1234.4, 1234.4, 1234.4, 1),
                new Summary("ceiling", "a", "deliveries/s", 125_000, 125_000, 125_000, 1)));
        assertThat(table.lines().map(line -> line.replaceAll(" +", " ").strip()).filter(line -> !line.isEmpty()))
                .containsExactly(
                        "fan-out p95 ms lost",
                        "a 1,234 -",
                        "b 3.25 (2-4) 0 (0-0)",
                        "ceiling deliveries/s",
                        "a 125,000");
    }

    private static Measured measured(String contender, int round, double value) {
        return new Measured(contender, "fan-out", round, "0 0 0", Map.of("p95 ms", value), "");
    }
}
