package io.ringside.gateway.identity;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Slows down whoever guesses passwords: failures of one user from one address cost waiting time, doubled each time. */
@Singleton
final class LoginThrottle {
    /** Failures that are free: people mistype. */
    static final int FREE_FAILURES = 5;
    /** The first wait. */
    static final long WAIT_MS_MIN = 1_000;
    /** The longest wait, after which failures are forgotten too. */
    static final long WAIT_MS_MAX = 15 * 60_000;
    /** Pairs of user and address that are remembered; the one longest untouched is forgotten first. */
    static final int PAIRS_MAX = 10_000;

    private final InstantSource clock;
    private final Map<Pair, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Failures> eldest) {
            return size() > PAIRS_MAX;
        }
    };

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    private record Pair(String user, String address) {}

    private record Failures(int count, long lastMs) {
        long waitMs() {
            int excess = count - FREE_FAILURES;
            return excess < 0 ? 0 : Math.min(WAIT_MS_MAX, WAIT_MS_MIN << Math.min(excess, 20));
        }
    }

    /** Milliseconds to wait, or nothing when a try is free. */
    synchronized OptionalLong waitMs(String user, String address) {
        Failures past = failures.get(new Pair(user, address));
        long left = past == null ? 0 : past.lastMs() + past.waitMs() - clock.millis();
        return left > 0 ? OptionalLong.of(left) : OptionalLong.empty();
    }

    synchronized void failed(String user, String address) {
        long now = clock.millis();
        failures.merge(
                new Pair(user, address),
                new Failures(1, now),
                (past, one) -> now - past.lastMs() > WAIT_MS_MAX ? one : new Failures(past.count() + 1, now));
    }

    synchronized void succeeded(String user, String address) {
        failures.remove(new Pair(user, address));
    }
}
