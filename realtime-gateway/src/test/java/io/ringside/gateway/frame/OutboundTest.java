package io.ringside.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboundTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Deliveries deliveries = new Deliveries(InstantSource.system(), new SimpleMeterRegistry());
    private final Loop loop = new Loop(channel.eventLoop(), deliveries, 1);
    private final AtomicInteger tooSlow = new AtomicInteger();
    private final Outbound outbound = new Outbound(
            new SocketTransport(channel, loop, null),
            loop,
            deliveries,
            Outbound.QUEUE_BYTES_MAX,
            tooSlow::incrementAndGet);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void sendsEventsInTheirOrderInOneWrite() {
        outbound.offer(frame("one"));
        outbound.offer(frame("two"));
        channel.runPendingTasks();
        assertThat(sent()).isEqualTo("one two ");
        assertThat(channel.outboundMessages()).isEmpty();
    }

    @Test
    void sendsEachSocketTheValuesOfItsChannelsOnly() {
        loop.subscribe("quotes.A", outbound);
        loop.publish(new Slot("quotes.A", "A"), frame("a1"));
        loop.publish(new Slot("quotes.B", "B"), frame("b1"));
        loop.publish(new Slot("quotes.A", "A"), frame("a2"));
        channel.runPendingTasks();
        assertThat(sent()).as("the newer value takes the place of the older").isEqualTo("a2 ");
        loop.unsubscribe("quotes.A", outbound);
        loop.publish(new Slot("quotes.A", "A"), frame("a3"));
        channel.runPendingTasks();
        assertThat(sent()).isEmpty();
    }

    @Test
    void keepsTheLatestValueOfEachKeyForASlowReader() {
        stall();
        for (int i = 0; i < 1_000; i++) {
            outbound.conflate(new Slot("quotes.*", "A"), frame("a" + i));
            outbound.conflate(new Slot("quotes.*", "B"), frame("b" + i));
        }
        channel.runPendingTasks();
        assertThat(sent()).isEmpty();
        resume();
        assertThat(sent()).isEqualTo("a999 b999 ");
        assertThat(tooSlow).hasValue(0);
    }

    @Test
    void keepsAValueThatWaitsBeforeOneThatWasLookedUp() {
        stall();
        outbound.conflate(new Slot("valuations.X", "A"), frame("live"));
        outbound.conflateUnlessThere(new Slot("valuations.X", "A"), frame("older"));
        outbound.conflateUnlessThere(new Slot("valuations.X", "B"), frame("b"));
        channel.runPendingTasks();
        resume();
        assertThat(sent()).isEqualTo("live b ");
    }

    @Test
    void forgetsTheValuesOfAChannelThatWasLeft() {
        stall();
        outbound.conflate(new Slot("quotes.*", "A"), frame("a"));
        outbound.conflate(new Slot("quotes.B", "B"), frame("b"));
        channel.runPendingTasks();
        outbound.dropSlots("quotes.*");
        resume();
        assertThat(sent()).isEqualTo("b ");
    }

    @Test
    void isTooSlowOnceEventsPassTheLimitAndTakesNoMore() {
        stall();
        byte[] kilobyte = new byte[1_020];
        for (int i = 0; i < 10_000; i++) {
            outbound.offer(Frame.text(kilobyte));
            assertThat(outbound.waitingBytes()).isLessThanOrEqualTo(Outbound.QUEUE_BYTES_MAX);
        }
        channel.runPendingTasks();
        assertThat(tooSlow).hasValue(1);
        assertThat(outbound.waitingBytes()).isZero();
    }

    @Test
    void tellsWhenLittleWaits() {
        AtomicInteger drained = new AtomicInteger();
        outbound.whenDrained(drained::incrementAndGet);
        channel.runPendingTasks();
        assertThat(drained).hasValue(1);
        stall();
        for (int i = 0; i < 100; i++) {
            outbound.offer(Frame.text(new byte[1_000]));
        }
        outbound.whenDrained(drained::incrementAndGet);
        outbound.whenDrained(drained::incrementAndGet);
        channel.runPendingTasks();
        assertThat(drained).hasValue(1);
        resume();
        assertThat(drained).as("everybody who waited").hasValue(3);
    }

    @Test
    void sendsWhatWaitsBeforeTheLastFrameUnlessItIsGivenUp() {
        outbound.offer(frame("one"));
        outbound.finish(false, false, frame("bye"));
        assertThat(sent()).isEqualTo("one bye ");
        outbound.offer(frame("late"));
        channel.runPendingTasks();
        assertThat(sent()).isEmpty();
    }

    @Test
    void givesUpWhatWaitsWhenToldTo() {
        outbound.offer(frame("one"));
        outbound.finish(true, false, frame("bye"));
        assertThat(sent()).isEqualTo("bye ");
    }

    @Test
    void givesUpASocketThatCannotBeSentToAndKeepsNobodyElseWaiting() {
        EmbeddedChannel torn = new EmbeddedChannel();
        Outbound broken = new Outbound(
                new SocketTransport(torn, loop, null) {
                    @Override
                    public void append(Frame frame, ByteBuf chunk) {
                        throw new IllegalStateException("cannot be encoded");
                    }
                },
                loop,
                deliveries,
                Outbound.QUEUE_BYTES_MAX,
                tooSlow::incrementAndGet);
        broken.offer(frame("lost"));
        outbound.offer(frame("one"));
        channel.runPendingTasks();
        assertThat(sent()).isEqualTo("one ");
        assertThat(torn.isOpen()).isFalse();
        outbound.offer(frame("two"));
        channel.runPendingTasks();
        assertThat(sent()).isEqualTo("two ");
    }

    private void stall() {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        assertThat(channel.isWritable()).isFalse();
    }

    private void resume() {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        outbound.flush();
        channel.runPendingTasks();
    }

    private static Frame frame(String text) {
        return Frame.text((text + ' ').getBytes(StandardCharsets.US_ASCII));
    }

    /** The payloads of all frames that were written. */
    private String sent() {
        StringBuilder text = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            while (bytes.isReadable()) {
                bytes.skipBytes(1);
                text.append(bytes.readCharSequence(bytes.readByte(), StandardCharsets.US_ASCII));
            }
            bytes.release();
        }
        return text.toString();
    }
}
