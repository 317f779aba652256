package io.ringside.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.faults.check.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RacesReportTest {
    private static final Verdict GOOD = new Verdict("good", 5, List.of());
    private static final Verdict BAD = new Verdict("bad", 5, List.of("q1 traded twice"));

    @Test
    void oneViolationOrARaceThatWasNotRunMakesTheWholeRunRed() {
        assertThat(report(3, GOOD).holds()).isTrue();
        assertThat(report(2, GOOD).holds()).isFalse();
        assertThat(report(3, BAD).holds()).isFalse();
    }

    @Test
    void saysHowOftenEachOutcomeWasTaken() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        report(3, BAD).print(new PrintStream(printed, true, StandardCharsets.UTF_8), 5);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("cancel       {traded=2}", "{rfq ended=38, traded=2}", "FAILS bad", "q1 traded twice");
    }

    private static RacesReport report(int over, Verdict check) {
        return new RacesReport(
                "n",
                "now",
                1,
                3,
                over,
                9,
                Map.of("north", 10L),
                Map.of("cancel", Map.of("traded", 2L)),
                new TreeMap<>(Map.of("rfq ended", 38L, "traded", 2L)),
                List.of(check));
    }
}
