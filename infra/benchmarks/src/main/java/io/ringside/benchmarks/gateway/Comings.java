package io.ringside.benchmarks.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** When clients knocked. */
final class Comings {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final List<Long> nanos = new ArrayList<>();

    void at(long nano) {
        nanos.add(nano);
    }

    /** How many came in the second in which most came, wherever it begins. */
    int mostInASecond() {
        Collections.sort(nanos);
        ArrayDeque<Long> second = new ArrayDeque<>();
        int most = 0;
        for (long nano : nanos) {
            second.add(nano);
            while (nano - second.getFirst() >= SECOND) {
                second.removeFirst();
            }
            most = Math.max(most, second.size());
        }
        return most;
    }
}
