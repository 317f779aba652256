package io.ringside.faults.check;

import io.micronaut.serde.annotation.Serdeable;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What one check says of a run.
 *
 * @param looked how many things it looked at
 * @param violations as sentences; none when the invariant holds
 */
@Serdeable
public record Verdict(String title, long looked, List<String> violations) {
    public boolean holds() {
        return violations.isEmpty();
    }

    /** For people, with a few of the violations. */
    public void print(PrintStream out, int violationsShown) {
        out.printf(
                Locale.ROOT,
                "%-5s %-80s %9d looked at, %d violations%n",
                holds() ? "holds" : "FAILS",
                title,
                looked,
                violations.size());
        violations.stream().limit(violationsShown).forEach(text -> out.println("        " + text));
    }
}
