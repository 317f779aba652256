package io.ringside.faults.check;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

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
}
