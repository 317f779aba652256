package io.ringside.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadResultTest {
    private static final Instant DUE = Instant.parse("2026-11-21T09:00:00Z");
    private static final long MS = 1_000_000;

    private final Flight whole = new Flight("A/1", 5 * MS, DUE);
    private final Flight open = new Flight("A/2", 5 * MS, DUE);
    private final LoadResult result = new LoadResult(List.of(whole, open), 0);

    @Test
    void latencyCountsFromTheMomentAtWhichAnOrderWasDue() {
        whole.received(8 * MS);
        whole.told("NEW", false, 11 * MS);
        whole.told("FILLED", true, 25 * MS);

        assertThat(result.received().max()).isBetween(2.9, 3.1);
        assertThat(result.decided().max()).isBetween(5.9, 6.1);
        assertThat(result.ended().max()).isBetween(19.9, 20.1);
        assertThat(whole.decidedAt()).isEqualTo(DUE.plusMillis(6));
    }

    @Test
    void whatWasNeverToldIsCounted() {
        whole.told("NEW", false, 11 * MS);

        assertThat(result.undecided()).isEqualTo(1);
        assertThat(result.statuses()).isEqualTo(Map.of("NEW", 1L, "UNTOLD", 1L));
        assertThat(result.ended().count()).isZero();
        assertThat(open.finalAt()).isNull();
    }
}
