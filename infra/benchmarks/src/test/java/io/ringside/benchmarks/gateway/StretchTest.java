package io.ringside.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class StretchTest {
    @Test
    void figuresArePerDeliveryAndPerSecondOfTheStretch() {
        assertThat(stretch(4, 1, 2, 3, 4).figures())
                .isEqualTo(Map.of(
                        "p50 ms", 2.0,
                        "p95 ms", 4.0,
                        "p99 ms", 4.0,
                        "lost", 0.0,
                        "us/delivery", 2_500.0,
                        "us/delivery behind", 500.0,
                        "server cores", 0.01,
                        "load cores", 0.02));
    }

    @Test
    void whatIsLateOrLostIsNotGood() {
        assertThat(stretch(4, 1, 2, 3, 100).good()).isTrue();
        assertThat(stretch(4, 1, 2, 3, 101).good()).isFalse();
        assertThat(stretch(5, 1, 2, 3, 4).good()).isFalse();
        assertThat(stretch(5, 1, 2, 3, 4).lost()).isOne();
    }

    /** Deliveries after so many milliseconds each, in a stretch of one second. */
    private static Stretch stretch(long expected, int... millis) {
        Histogram micros = new Histogram(5);
        for (int each : millis) {
            micros.recordValue(each * 1_000L);
        }
        return new Stretch(50, expected, micros, 1_000_000_000, 10, 2, 20);
    }
}
