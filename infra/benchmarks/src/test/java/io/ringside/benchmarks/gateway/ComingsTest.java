package io.ringside.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComingsTest {
    @Test
    void theFullestSecondIsFoundWhereverItBegins() {
        Comings comings = new Comings();
        assertThat(comings.mostInASecond()).isZero();
        List.of(2_100L, 0L, 900L, 1_800L, 1_899L, 1_900L, 5_000L).forEach(ms -> comings.at(ms * 1_000_000));
        assertThat(comings.mostInASecond()).isEqualTo(4);
    }
}
