package io.ringside.runtime.call;

import static io.ringside.runtime.call.CircuitBreaker.State.CLOSED;
import static io.ringside.runtime.call.CircuitBreaker.State.HALF_OPEN;
import static io.ringside.runtime.call.CircuitBreaker.State.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SHORT_OF_IT = PAUSE.minusNanos(1);

    private final HandMovedClock clock = HandMovedClock.at("2026-11-21T09:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker(3, PAUSE, clock);

    @Test
    void opensAfterSoManyFailuresInARowAndNotBefore() {
        fail(2);
        breaker.succeeded();
        fail(2);
        assertThat(breaker.permits()).isTrue();
        assertThat(breaker.state()).isEqualTo(CLOSED);
        fail(1);
        assertThat(breaker.state()).isEqualTo(OPEN);
        assertThat(breaker.permits()).isFalse();
    }

    @Test
    void letsOneCallThroughWhenThePauseIsOver() {
        fail(3);
        clock.advance(SHORT_OF_IT);
        assertThat(breaker.permits()).isFalse();
        clock.advance(Duration.ofNanos(1));
        assertThat(breaker.permits()).isTrue();
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        assertThat(breaker.permits()).as("a second probe").isFalse();
    }

    @Test
    void aProbeThatSucceedsClosesIt() {
        fail(3);
        clock.advance(PAUSE);
        assertThat(breaker.permits()).isTrue();
        breaker.succeeded();
        assertThat(breaker.state()).isEqualTo(CLOSED);
        fail(2);
        assertThat(breaker.permits()).as("failures are counted anew").isTrue();
    }

    @Test
    void aProbeThatFailsOpensItAgainAtOnce() {
        fail(3);
        clock.advance(PAUSE);
        assertThat(breaker.permits()).isTrue();
        fail(1);
        assertThat(breaker.state()).isEqualTo(OPEN);
        clock.advance(SHORT_OF_IT);
        assertThat(breaker.permits()).isFalse();
    }

    @Test
    void aProbeThatIsNeverHeardOfAgainIsReplaced() {
        fail(3);
        clock.advance(PAUSE);
        assertThat(breaker.permits()).isTrue();
        clock.advance(PAUSE);
        assertThat(breaker.permits()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }
}
