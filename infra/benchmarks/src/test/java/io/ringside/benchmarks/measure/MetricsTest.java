package io.ringside.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final String BEFORE = """
            # HELP ringside_function_batch messages of one batch
            ringside_function_batch_count{function="position"} 10
            ringside_function_batch_sum{function="position"} 20.0
            ringside_function_wait_seconds_count{function="position"} 20
            ringside_function_wait_seconds_sum{function="position"} 0.1
            """;
    private static final String AFTER = """
            ringside_function_batch_count{function="position"} 30
            ringside_function_batch_sum{function="position"} 120.0
            ringside_function_batch_max{function="position"} 17.0
            ringside_function_wait_seconds_count{function="position"} 120
            ringside_function_wait_seconds_sum{function="position"} 0.6
            ringside_function_wait_seconds{function="position",quantile="0.95"} 0.009
            """;

    @Test
    void aMeanIsOfWhatCameSinceTheEarlierMoment() {
        FunctionFigures figures =
                Objects.requireNonNull(FunctionFigures.between(Metrics.parse(BEFORE), Metrics.parse(AFTER))
                        .get("position"));

        assertThat(figures.batches()).isEqualTo(20);
        assertThat(figures.batchMean()).isEqualTo(5.0);
        assertThat(figures.batchMax()).isEqualTo(17.0);
        assertThat(figures.waitMean()).isEqualTo(5.0);
        assertThat(figures.waitP95()).isEqualTo(9.0);
        assertThat(figures.commitMean()).isZero();
    }
}
