package io.ringside.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrainPlanTest {
    @ParameterizedTest
    @CsvSource({"0, 20, 0", "1, 20, 0", "20, 20, 0", "21, 20, 1", "1000, 20, 49", "5000, 100, 49", "5001, 101, 49"})
    void tellsAboutAsManyInEachSliceOfTheWindowAndFewAtOnce(int sockets, int perSlice, int pauses) {
        DrainPlan plan = DrainPlan.of(sockets, Duration.ofSeconds(5));
        assertThat(plan.perSlice()).isEqualTo(perSlice);
        assertThat(IntStream.range(0, sockets).filter(plan::pausesBefore)).hasSize(pauses);
    }

    @ParameterizedTest
    @CsvSource({"0, 5000", "99, 5000", "100, 5000", "200, 2500"})
    void takesAWindowOfAnyLength(long windowMs, int perSlice) {
        assertThat(DrainPlan.of(5_000, Duration.ofMillis(windowMs)).perSlice()).isEqualTo(perSlice);
    }
}
