package io.ringside.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final String BEFORE = """
            # HELP ringside_function_batch messages of one batch
            ringside_function_batch_count{function="position"} 10
            ringside_function_batch_sum{function="position"} 20.0
            ringside_function_effect_seconds_bucket{function="position",le="0.004"} 10
            ringside_function_effect_seconds_bucket{function="position",le="0.008"} 20
            ringside_function_effect_seconds_bucket{function="position",le="0.01"} 20
            ringside_function_effect_seconds_bucket{function="position",le="+Inf"} 20
            ringside_function_effect_seconds_count{function="position"} 20
            ringside_function_effect_seconds_sum{function="position"} 0.1
            """;
    private static final String AFTER = """
            ringside_function_batch_count{function="position"} 30
            ringside_function_batch_sum{function="position"} 120.0
            ringside_function_batch_max{function="position"} 17.0
            ringside_function_effect_seconds_bucket{function="position",le="0.004"} 40
            ringside_function_effect_seconds_bucket{function="position",le="0.008"} 110
            ringside_function_effect_seconds_bucket{function="position",le="0.01"} 118
            ringside_function_effect_seconds_bucket{function="position",le="+Inf"} 120
            ringside_function_effect_seconds_count{function="position"} 120
            ringside_function_effect_seconds_sum{function="position"} 0.6
            """;

    @Test
    void figuresAreOfWhatCameSinceTheEarlierMoment() {
        FunctionFigures figures =
                Objects.requireNonNull(FunctionFigures.between(Metrics.parse(BEFORE), Metrics.parse(AFTER))
                        .get("position"));

        assertThat(figures.batches()).isEqualTo(20);
        assertThat(figures.batchMean()).isEqualTo(5.0);
        assertThat(figures.batchMax()).isEqualTo(17.0);
        Spread effect = figures.effect();
        assertThat(effect.count()).isEqualTo(100);
        assertThat(effect.mean()).isEqualTo(5.0);
        // 30 up to 4 ms, 60 up to 8, 8 up to 10, 2 above the last bound.
        assertThat(effect.p50()).isCloseTo(4 + 4 * 20 / 60.0, within(1e-9));
        assertThat(effect.p95()).isCloseTo(8 + 2 * 5 / 8.0, within(1e-9));
        assertThat(effect.p99()).isCloseTo(10, within(1e-9));
        assertThat(figures.commit()).isEqualTo(new Spread(0, 0, 0, 0, 0));
    }
}
