package io.ringside.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final HandMovedClock clock = HandMovedClock.at("2026-11-21T09:00:00Z");

    @Test
    void allowsABurstAndThenTheSteadyRate() {
        RateLimits limits = limits(Map.of());
        assertThat(taken(limits, "alice", Kind.ORDER, 100)).isEqualTo(40);
        assertThat(limits.take("alice", "trader", Kind.ORDER)).isEqualTo(50);
        clock.advance(Duration.ofMillis(49));
        assertThat(limits.take("alice", "trader", Kind.ORDER)).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(limits.take("alice", "trader", Kind.ORDER)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(taken(limits, "alice", Kind.ORDER, 100)).isEqualTo(20);
        clock.advance(Duration.ofDays(1));
        assertThat(taken(limits, "alice", Kind.ORDER, 100)).isEqualTo(40);
    }

    @Test
    void keepsBucketsOfUsersAndKindsApart() {
        RateLimits limits = limits(Map.of());
        assertThat(taken(limits, "alice", Kind.ORDER, 100)).isEqualTo(40);
        assertThat(taken(limits, "alice", Kind.CANCEL, 200)).isEqualTo(100);
        assertThat(taken(limits, "bob", Kind.ORDER, 100)).isEqualTo(40);
    }

    @Test
    void takesTheRateOfTheRoleBeforeThatOfAll() {
        RateLimits limits = limits(Map.of("order", "60/2", "trader.order", "60/7"));
        assertThat(taken(limits, "alice", Kind.ORDER, 100)).isEqualTo(7);
        assertThat(limits.take("p", "partner", Kind.ORDER)).isZero();
        assertThat(limits.take("p", "partner", Kind.ORDER)).isZero();
        assertThat(limits.take("p", "partner", Kind.ORDER)).isEqualTo(1_000);
    }

    @Test
    void refusesARateThatIsNone() {
        assertThatThrownBy(() -> limits(Map.of("order", "20")).take("a", "trader", Kind.ORDER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<per minute>/<burst>");
    }

    @Test
    void neverFillsABucketThatHasNoRate() {
        RateLimits limits = limits(Map.of("order", "0/1"));
        assertThat(limits.take("a", "trader", Kind.ORDER)).isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(limits.take("a", "trader", Kind.ORDER)).isEqualTo(60_000);
    }

    private static int taken(RateLimits limits, String user, Kind kind, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += limits.take(user, "trader", kind) == 0 ? 1 : 0;
        }
        return taken;
    }

    private RateLimits limits(Map<String, String> rates) {
        LimitSettings settings = new LimitSettings();
        settings.setRates(rates);
        return new RateLimits(settings, clock, new SimpleMeterRegistry());
    }
}
