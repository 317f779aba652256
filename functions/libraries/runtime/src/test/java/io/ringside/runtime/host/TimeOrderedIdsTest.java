package io.ringside.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private final HandMovedClock clock = HandMovedClock.at("2026-11-21T09:00:00Z");
    private final TimeOrderedIds ids = new TimeOrderedIds(clock, new Random(1));

    @Test
    void theyGrowWhateverTheClockDoesAndHoweverManyAMillisecondSees() {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }
        clock.advance(Duration.ofSeconds(-5));
        made.add(ids.next());
        clock.advance(Duration.ofSeconds(10));
        made.add(ids.next());
        assertThat(made.stream().map(UUID::toString).toList()).isSorted().doesNotHaveDuplicates();
        assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
        assertThat(made.getLast().getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }
}
