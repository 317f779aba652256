package io.ringside.faults.alert;

import io.ringside.benchmarks.trader.Inbound;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a client does about the code with which its socket was closed: PROTOCOL.md §2.3. */
final class CloseCodes {
    private static final Set<Integer> FOR_GOOD = Set.of(1002, 1003, 1007, 1009);
    private static final int FOR_GOOD_FROM = 4500;
    private static final int FOR_GOOD_TO = 4599;

    private CloseCodes() {}

    static boolean isForGood(int code) {
        return FOR_GOOD.contains(code) || code >= FOR_GOOD_FROM && code <= FOR_GOOD_TO;
    }

    /** How long the gateway asked to stay away, with the random part of it. */
    static long waitMs(Inbound.@Nullable Goodbye goodbye, RandomGenerator random) {
        if (goodbye == null) {
            return 0;
        }
        long wait = goodbye.retryAfterMs() == null ? 0 : goodbye.retryAfterMs();
        long jitter = goodbye.jitterMs() == null ? 0 : goodbye.jitterMs();
        return wait + random.nextLong(jitter + 1);
    }
}
