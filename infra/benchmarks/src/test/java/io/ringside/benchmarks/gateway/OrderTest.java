package io.ringside.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void eachRoundBeginsWithAnother() {
        assertThat(GatewayBench.rotated(List.of("a", "b", "c"), 0)).containsExactly("a", "b", "c");
        assertThat(GatewayBench.rotated(List.of("a", "b", "c"), 1)).containsExactly("b", "c", "a");
        assertThat(GatewayBench.rotated(List.of("a", "b", "c"), 2)).containsExactly("c", "a", "b");
        assertThat(GatewayBench.rotated(List.of("a", "b", "c"), 3)).containsExactly("a", "b", "c");
    }
}
