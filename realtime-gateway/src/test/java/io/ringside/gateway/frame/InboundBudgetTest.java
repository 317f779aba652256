package io.ringside.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The pauses of a flooded socket, on a clock that is moved by hand. */
class InboundBudgetTest {
    private static final int SECOND = InboundBudget.BYTES_PER_SECOND;

    private final HandMovedClock clock = HandMovedClock.at("2026-11-21T09:00:00Z");
    private final List<String> told = new ArrayList<>();
    private final InboundBudget budget = new InboundBudget(new Told(), clock);
    private final AtomicInteger reads = new AtomicInteger();
    private final EmbeddedChannel channel = new EmbeddedChannel(new ReadCount(), budget);

    @Test
    void readsOnWithinTheBurstAndTheSteadyRate() {
        arrive(InboundBudget.BURST_BYTES);
        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofMillis(500));
            arrive(SECOND / 2);
        }
        assertThat(told).isEmpty();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void pausesUntilEverythingIsPaidForAndLosesNothing() {
        arrive(InboundBudget.BURST_BYTES);
        arrive(SECOND / 2);
        assertThat(told).containsExactly("owes 500 ms");
        assertThat(channel.config().isAutoRead()).isFalse();
        clock.advance(Duration.ofMillis(499));
        budget.resumeWhenPaid();
        assertThat(channel.config().isAutoRead()).isFalse();
        clock.advance(Duration.ofMillis(1));
        budget.resumeWhenPaid();
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(channel.inboundMessages()).hasSize(2);
        arrive(1);
        assertThat(told).containsExactly("owes 500 ms", "owes 1 ms");
    }

    @Test
    void tellsOnceOfOnePause() {
        arrive(InboundBudget.BURST_BYTES + SECOND);
        arrive(SECOND);
        assertThat(told).containsExactly("owes 1000 ms");
        clock.advance(Duration.ofMillis(1_999));
        budget.resumeWhenPaid();
        assertThat(channel.config().isAutoRead()).isFalse();
    }

    @Test
    void holdsBackADecoderThatAsksForTheRestOfAFrame() {
        arrive(InboundBudget.BURST_BYTES + SECOND);
        int before = reads.get();
        channel.read();
        assertThat(reads).hasValue(before);
        clock.advance(Duration.ofSeconds(1));
        budget.resumeWhenPaid();
        assertThat(reads).hasValue(before + 1);
    }

    @Test
    void savesNoMoreThanTheBurst() {
        clock.advance(Duration.ofDays(1));
        arrive(InboundBudget.BURST_BYTES);
        assertThat(told).isEmpty();
        arrive(SECOND);
        assertThat(told).containsExactly("owes 1000 ms");
    }

    private void arrive(int bytes) {
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    /** Counts what reaches the transport. */
    private final class ReadCount extends ChannelOutboundHandlerAdapter {
        @Override
        public void read(ChannelHandlerContext context) {
            reads.incrementAndGet();
            context.read();
        }
    }

    private final class Told implements FrameListener {
        @Override
        public void flooded(long owedMs) {
            told.add("owes " + owedMs + " ms");
        }

        @Override
        public void alive() {}

        @Override
        public void message(byte[] text) {}

        @Override
        public void binary(byte[] bytes) {}

        @Override
        public void violated(int closeCode) {}

        @Override
        public void closing(int closeCode) {}

        @Override
        public void writable() {}

        @Override
        public void gone() {}
    }
}
