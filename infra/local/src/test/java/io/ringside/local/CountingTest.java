package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of the last line of {@code infra/test}, read from what each tool prints. */
class CountingTest {

    private final Path folder;

    CountingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vitest_counts | ' Test Files  9 passed (9)' | '      Tests  41 passed (41)' | 41 0",
                "vitest_counts | ' Test Files  1 failed | 8 passed' | '      Tests  2 failed | 39 passed (41)' | 39 2",
                "terraform_counts | 'run \"x\"... pass' | 'Success! 12 passed, 0 failed.' | 12 0",
                "terraform_counts | 'run \"x\"... fail' | 'Failure! 11 passed, 1 failed.' | 11 1",
                "vitest_counts | 'nothing' | 'nothing' | 0 0"
            })
    void eachToolsLastLineIsUnderstood(String counter, String before, String last, String counts) throws Exception {
        Path log = Files.writeString(folder.resolve("log"), before + "\n\u001b[32m" + last + "\u001b[39m\n");
        assertThat(run(counter + " " + log)).isEqualTo(counts);
    }

    @Test
    void javaTestsAreCountedFromTheirReports() throws Exception {
        report("a", "tests=\"7\" errors=\"1\" skipped=\"2\" failures=\"1\"");
        report("b", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        assertThat(run("java_counts")).isEqualTo("8 2");
    }

    private void report(String module, String numbers) throws IOException {
        Path reports = Files.createDirectories(folder.resolve(module).resolve("target/surefire-reports"));
        Files.writeString(
                reports.resolve("TEST-" + module + ".xml"),
                "<?xml version=\"1.0\"?>\n<testsuite name=\"" + module + "\" time=\"1.5\" " + numbers
                        + ">\n</testsuite>\n");
    }

    private String run(String words) throws IOException, InterruptedException {
        return SourcedScript.in(folder, "counting.sh").run(words);
    }
}
