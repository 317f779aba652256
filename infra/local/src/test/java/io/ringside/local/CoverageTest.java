package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The floors of line coverage, held by {@code infra/test} over the reports of all modules. */
class CoverageTest {
    private static final String HEADING = "GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,"
            + "BRANCH_COVERED,LINE_MISSED,LINE_COVERED";

    private final Path folder;

    CoverageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void linesOfAllModulesButThoseThatDriveItAreAddedUp() throws Exception {
        report("order-submit", "io.ringside.ordersubmit", 4, 96);
        report("risk-check", "io.ringside.riskcheck", 1, 99);
        report("runtime", "io.ringside.runtime.ordered", 5, 95);
        report("gateway", "io.ringside.gateway", 10, 90);
        report("faults", "io.ringside.faults.check", 1, 9);
        report("benchmarks", "io.ringside.benchmarks", 500, 0);

        assertThat(run()).isEqualTo("""
                product: 95.0 % of 400 lines, at least 92 % asked
                judges: 90.0 % of 10 lines, at least 90 % asked
                orders: 96.0 % of 100 lines, at least 95 % asked
                risk: 99.0 % of 100 lines, at least 95 % asked
                runtime-decisions: 95.0 % of 100 lines, at least 95 % asked
                5 0
                held""");
    }

    @Test
    void aFloorThatIsNotHeldFails() throws Exception {
        report("order-submit", "io.ringside.ordersubmit", 6, 94);
        report("risk-check", "io.ringside.riskcheck", 0, 10);
        report("runtime", "io.ringside.runtime.ordered", 0, 10);
        report("faults", "io.ringside.faults.evidence", 0, 10);

        assertThat(run()).contains("orders: 94.0 % of 100 lines").endsWith("4 1\nmissed");
    }

    @Test
    void nothingToReadHoldsNoFloor() throws Exception {
        assertThat(run()).endsWith("0 5\nmissed");
    }

    private void report(String module, String packageName, int missed, int covered) throws IOException {
        Path reports = Files.createDirectories(folder.resolve(module).resolve("target/site/jacoco"));
        Files.writeString(
                reports.resolve("jacoco.csv"),
                HEADING + "\n" + module + ',' + packageName + ",Some,1,1,1,1," + missed + ',' + covered + "\n");
    }

    private String run() throws IOException, InterruptedException {
        String words = """
                if coverage_tests >log; then end=held; else end=missed; fi
                cat log
                coverage_counts log
                echo $end
                """;
        return SourcedScript.in(folder, "coverage.sh").run(words);
    }
}
