package io.ringside.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.faults.check.Verdict;
import io.ringside.faults.kill.Kill;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChaosReportTest {
    private static final List<Kill> KILLS = List.of(
            new Kill("position", 10, 1, 3, 4_000, 50),
            new Kill("position", 9_000, 0, 0, 6_000, 70),
            new Kill("nats-server", 500, 2, 2, 150, 900));

    @Test
    void killsAreSummedUpByKind() {
        ChaosReport.Kind position = ChaosReport.kinds(KILLS).get("position");

        assertThat(position).isEqualTo(new ChaosReport.Kind(2, 1, 3, 1, 6_000, 6_000, 70, 70));
    }

    @Test
    void oneViolationMakesTheWholeRunRed() {
        Verdict bad = new Verdict("bad", 5, List.of("o1 is lost"));
        ChaosReport red = report(List.of(new Verdict("good", 5, List.of()), bad));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        red.print(new PrintStream(printed, true, StandardCharsets.UTF_8), 5);

        assertThat(red.holds()).isFalse();
        assertThat(report(List.of(new Verdict("good", 5, List.of()))).holds()).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("FAILS bad", "o1 is lost", "holds good");
    }

    private static ChaosReport report(List<Verdict> checks) {
        return new ChaosReport(
                "n",
                "now",
                1,
                2,
                3,
                ChaosReport.kinds(KILLS),
                new ChaosReport.Counts(9, 8, 1, 2, 7, 1, 5, 0, Map.of("amend", 2L), Map.of("traded", 3L)),
                Map.of(),
                checks,
                KILLS);
    }
}
