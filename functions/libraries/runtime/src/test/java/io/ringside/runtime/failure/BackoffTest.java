package io.ringside.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    /** Always draws the largest number allowed. */
    private static final RandomGenerator LARGEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @Test
    void theCeilingDoublesFromHalfASecondToTwenty() {
        Backoff schedule = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20), LARGEST);
        long[] ceilings = {500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000};
        for (long ceiling : ceilings) {
            assertThat(schedule.next()).isEqualTo(Duration.ofMillis(ceiling));
        }
        schedule.reset();
        assertThat(schedule.next()).isEqualTo(Duration.ofMillis(500));
    }
}
