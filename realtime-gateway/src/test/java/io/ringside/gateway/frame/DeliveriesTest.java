package io.ringside.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import io.ringside.testkit.HandMovedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private final HandMovedClock clock = HandMovedClock.at("2026-11-21T09:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Deliveries deliveries = new Deliveries(clock, meters);
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Loop loop = new Loop(channel.eventLoop(), deliveries, 1);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void anEventIsAsLateAsItWasPublishedBeforeItLeft() {
        Outbound outbound = open();
        Frame event = published();
        clock.advance(Duration.ofMillis(7));
        outbound.offer(event);
        outbound.offer(event.asCritical());
        channel.runPendingTasks();
        assertThat(lag("event").count()).isEqualTo(1);
        assertThat(lag("event").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(7);
        assertThat(lag("critical").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(7);
    }

    @Test
    void aReplayedEventIsAsLateAsItsSocketWasOpenedBeforeItLeft() {
        Frame missed = published();
        clock.advance(Duration.ofHours(1));
        Outbound outbound = open();
        clock.advance(Duration.ofMillis(3));
        outbound.offer(missed);
        channel.runPendingTasks();
        assertThat(lag("event").count()).isEqualTo(1);
        assertThat(lag("event").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(3);
    }

    @Test
    void anAnswerIsNotLate() {
        open().offer(Frame.text("{}".getBytes(StandardCharsets.US_ASCII)));
        channel.runPendingTasks();
        assertThat(lag("event").count()).isZero();
        assertThat(meters.counter("ringside.gateway.deliveries", "class", "reply")
                        .count())
                .isEqualTo(1);
    }

    private Outbound open() {
        return new Outbound(
                new SocketTransport(channel, loop, null), loop, deliveries, Outbound.QUEUE_BYTES_MAX, () -> {});
    }

    private Frame published() {
        return Frame.text("{}".getBytes(StandardCharsets.US_ASCII), deliveries.nowNanos());
    }

    private Timer lag(String deliveryClass) {
        return meters.get("ringside.gateway.delivery.lag")
                .tag("class", deliveryClass)
                .timer();
    }
}
