package io.ringside.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final HandMovedClock clock = HandMovedClock.at("2026-11-21T09:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void forgivesTheFirstFailuresAndDoublesTheWaitAfterThem() {
        fail(4);
        assertThat(throttle.waitMs("alice", "here")).isEmpty();
        fail(1);
        assertThat(throttle.waitMs("alice", "here")).hasValue(1_000);
        fail(1);
        assertThat(throttle.waitMs("alice", "here")).hasValue(2_000);
        clock.advance(Duration.ofMillis(1_500));
        assertThat(throttle.waitMs("alice", "here")).hasValue(500);
        clock.advance(Duration.ofMillis(500));
        assertThat(throttle.waitMs("alice", "here")).isEmpty();
    }

    @Test
    void waitsAtMostAQuarterOfAnHour() {
        fail(60);
        assertThat(throttle.waitMs("alice", "here")).hasValue(LoginThrottle.WAIT_MS_MAX);
    }

    @Test
    void slowsDownOnlyThatUserFromThatAddress() {
        fail(10);
        assertThat(throttle.waitMs("alice", "elsewhere")).isEmpty();
        assertThat(throttle.waitMs("bob", "here")).isEmpty();
    }

    @Test
    void forgetsFailuresAfterASuccessAndAfterAWhile() {
        fail(10);
        throttle.succeeded("alice", "here");
        assertThat(throttle.waitMs("alice", "here")).isEmpty();
        fail(10);
        clock.advance(Duration.ofMinutes(16));
        fail(1);
        assertThat(throttle.waitMs("alice", "here")).isEmpty();
    }

    @Test
    void remembersABoundedNumberOfPairs() {
        fail(10);
        for (int i = 0; i < LoginThrottle.PAIRS_MAX; i++) {
            throttle.failed("user-" + i, "there");
        }
        assertThat(throttle.waitMs("alice", "here")).isEmpty();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("alice", "here");
        }
    }
}
