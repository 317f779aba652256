package io.ringside.faults.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a check found. */
public final class Findings {
    private final List<String> violations = new ArrayList<>();
    private long looked;

    /** One more thing was looked at. */
    public void looked() {
        looked++;
    }

    /** Reports unless it holds. */
    public void must(boolean holds, String otherwise, @Nullable Object... arguments) {
        if (!holds) {
            violations.add(otherwise.formatted(arguments));
        }
    }

    /** Looks at one thing that must hold. */
    public void expect(boolean holds, String otherwise, @Nullable Object... arguments) {
        looked();
        must(holds, otherwise, arguments);
    }

    /** How many things it looked at. */
    public long count() {
        return looked;
    }

    /** What is wrong, as sentences. */
    public List<String> violations() {
        return List.copyOf(violations);
    }
}
