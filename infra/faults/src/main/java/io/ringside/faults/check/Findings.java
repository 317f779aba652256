package io.ringside.faults.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a check found. */
final class Findings {
    private final List<String> violations = new ArrayList<>();
    private long looked;

    /** One more thing was looked at. */
    void looked() {
        looked++;
    }

    /** Reports unless it holds. */
    void must(boolean holds, String otherwise, @Nullable Object... arguments) {
        if (!holds) {
            violations.add(otherwise.formatted(arguments));
        }
    }

    /** Looks at one thing that must hold. */
    void expect(boolean holds, String otherwise, @Nullable Object... arguments) {
        looked();
        must(holds, otherwise, arguments);
    }

    long count() {
        return looked;
    }

    List<String> violations() {
        return List.copyOf(violations);
    }
}
