package io.ringside.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStampTest {
    private static final int TIMES = 10_000;
    private static final long SECONDS_MAX = 9_000_000_000L;

    @Test
    void readsWhatTheGeneralParserReads() {
        SplittableRandom random = new SplittableRandom(1);
        for (int time = 0; time < TIMES; time++) {
            int digits = random.nextInt(10);
            long step = (long) Math.pow(10, 9 - digits);
            Instant instant =
                    Instant.ofEpochSecond(random.nextLong(SECONDS_MAX), random.nextLong(1_000_000_000) / step * step);
            // Go writes no zeros at the end of a fraction; Java writes three, six or nine digits.
            String text =
                    instant.toString().replaceFirst("(\\.\\d*?)0+Z", "$1Z").replace(".Z", "Z");
            assertThat(TimeStamp.nanos(text)).as(text).isEqualTo(nanos(instant));
            assertThat(TimeStamp.nanos(instant.toString()))
                    .as(instant.toString())
                    .isEqualTo(nanos(instant));
        }
    }

    @Test
    void readsOtherZonesToo() {
        String text = "2026-11-23T05:20:49.5+02:00";
        assertThat(TimeStamp.nanos(text))
                .isEqualTo(nanos(OffsetDateTime.parse(text).toInstant()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "yesterday at noonish...Z",
                "2026-02-30T00:00:00Z",
                "2026-11-23T25:00:00Z",
                "2026-11-23T05:20:49.Z",
                "2026-11-23T05:20:49.1234567890Z"
            })
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> TimeStamp.nanos(text)).isInstanceOf(RuntimeException.class);
    }

    private static long nanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }
}
