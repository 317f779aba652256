package io.ringside.local.supervision;

import java.time.Duration;

/** How long to wait before starting again what died: doubling while it keeps dying young. */
record BackoffSchedule(Duration first, Duration longest, Duration grownUp) {
    static final BackoffSchedule USUAL =
            new BackoffSchedule(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(30));

    /** The wait before the try with this number, counted from 0 since the last that grew up. */
    Duration before(int attempt) {
        Duration wait = first;
        for (int i = 0; i < attempt && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    boolean grewUp(Duration age) {
        return age.compareTo(grownUp) >= 0;
    }
}
