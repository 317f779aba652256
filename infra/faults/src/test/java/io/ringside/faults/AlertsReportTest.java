package io.ringside.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.faults.alert.AlertEvidence;
import io.ringside.faults.check.Verdict;
import io.ringside.faults.outage.Outage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertsReportTest {
    private static final List<Verdict> GOOD = List.of(new Verdict("good", 5, List.of()));
    private static final List<Outage> MADE_GOOD = List.of(
            new Outage("alert killed", "alert", 10, 4_000),
            new Outage("alert killed", "alert", 9_000, 2_000),
            new Outage("alert killed", "alert", 12_000, 9_000));

    @Test
    void faultsAreSummedUpByKind() {
        assertThat(report(3, MADE_GOOD, GOOD).kinds())
                .isEqualTo(Map.of("alert killed", new AlertsReport.Kind(3, 4_000, 9_000)));
    }

    @Test
    void oneViolationMakesTheWholeRunRed() {
        AlertsReport red = report(3, MADE_GOOD, List.of(new Verdict("bad", 5, List.of("a is lost")), GOOD.getFirst()));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        red.print(new PrintStream(printed, true, StandardCharsets.UTF_8), 5);

        assertThat(red.holds()).isFalse();
        assertThat(report(3, MADE_GOOD, GOOD).holds()).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("FAILS bad", "a is lost", "holds good");
    }

    @Test
    void aFaultThatIsNotMadeOrNotMadeGoodMakesTheWholeRunRed() {
        assertThat(report(4, MADE_GOOD, GOOD).holds()).isFalse();
        assertThat(report(1, List.of(new Outage("alert killed", "alert", 10, -1)), GOOD)
                        .holds())
                .isFalse();
    }

    private static AlertsReport report(int wanted, List<Outage> outages, List<Verdict> checks) {
        return AlertsReport.of(
                new AlertsOptions(wanted, 1, 50, 1, "n", false),
                "now",
                9,
                new MachineLoad(2, 1.5),
                outages,
                new AlertEvidence(
                        Map.of("ann", List.of("a")), Map.of(), Map.of("ann", Set.of("a")), Map.of("ann", Set.of())),
                checks);
    }
}
