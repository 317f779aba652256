package io.ringside.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.ringside.gateway.compression.Agreement;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditionTest {
    private static final String CHANNEL = "quotes.*";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Deliveries deliveries = new Deliveries(InstantSource.system(), meters);
    private final EmbeddedChannel first = new EmbeddedChannel();
    private final EmbeddedChannel second = new EmbeddedChannel();
    private final Loop loop = new Loop(first.eventLoop(), deliveries, 1);

    @AfterEach
    void close() {
        first.finishAndReleaseAll();
        second.finishAndReleaseAll();
    }

    @Test
    void isOneBufferForAllWhomNothingWaitsFor() {
        subscribe(first, null);
        subscribe(second, null);
        publish("A", "a1");
        publish("B", "b1");
        first.runPendingTasks();
        ByteBuf one = first.readOutbound();
        ByteBuf other = second.readOutbound();
        assertThat(one.memoryAddress()).isEqualTo(other.memoryAddress());
        assertThat(text(one)).isEqualTo("a1 b1 ");
        assertThat(one.release()).as("the other one has it still").isFalse();
        assertThat(text(other)).isEqualTo("a1 b1 ");
        assertThat(other.release()).as("nobody has it").isTrue();
        assertThat(meters.counter("ringside.gateway.deliveries", "class", "conflated")
                        .count())
                .isEqualTo(4);
    }

    @Test
    void comesAfterTheEventsThatWait() {
        Outbound outbound = subscribe(first, null);
        outbound.offer(frame("subscribed"));
        publish("A", "a1");
        first.runPendingTasks();
        assertThat(sent(first)).isEqualTo("subscribed a1 ");
    }

    @Test
    void isNotForWhoeverReadsSlowlyAndGetsTheLatestOfEachLater() {
        Outbound slow = subscribe(first, null);
        subscribe(second, null);
        first.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        for (int i = 1; i <= 3; i++) {
            publish("A", "a" + i);
            first.runPendingTasks();
        }
        assertThat(sent(second)).isEqualTo("a1 a2 a3 ");
        first.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        publish("B", "b1");
        first.runPendingTasks();
        assertThat(sent(first)).as("what waited comes first").isEqualTo("a3 b1 ");
        assertThat(slow.waitingBytes()).isZero();
    }

    @Test
    void isNotForWhoeverChoseThePace() {
        Outbound paced = subscribe(first, null);
        paced.pace(1, null);
        first.runPendingTasks();
        publish("A", "a1");
        first.runPendingTasks();
        publish("A", "a2");
        first.runPendingTasks();
        assertThat(sent(first)).isEqualTo("a1 ");
    }

    @Test
    void leavesInOneFlushWithThoseOfOtherChannels() {
        AtomicInteger flushes = new AtomicInteger();
        Outbound outbound = outbound(new SocketTransport(first, loop, null) {
            @Override
            public void flush() {
                flushes.incrementAndGet();
                super.flush();
            }
        });
        loop.subscribe("quotes.A", outbound);
        loop.subscribe("quotes.B", outbound);
        loop.publish(new Slot("quotes.A", "A"), frame("a1"));
        loop.publish(new Slot("quotes.B", "B"), frame("b1"));
        first.runPendingTasks();
        assertThat(sent(first)).isEqualTo("a1 b1 ");
        assertThat(flushes).hasValue(1);
    }

    @Test
    void hasAFormForEachWayToCompress() {
        subscribe(first, null);
        subscribe(second, new Agreement(null));
        publish("A", "x".repeat(1_000));
        first.runPendingTasks();
        ByteBuf plain = first.readOutbound();
        ByteBuf deflated = second.readOutbound();
        assertThat(plain.readableBytes()).isGreaterThan(1_000);
        assertThat(deflated.readableBytes()).isLessThan(100);
        plain.release();
        deflated.release();
    }

    @Test
    void isCutIntoWritesWhenItIsLong() {
        subscribe(first, null);
        for (int i = 0; i < 60; i++) {
            loop.publish(new Slot(CHANNEL, "" + i), Frame.text(new byte[1_000]));
        }
        first.runPendingTasks();
        List<Integer> writes = new ArrayList<>();
        for (ByteBuf bytes = first.readOutbound(); bytes != null; bytes = first.readOutbound()) {
            writes.add(bytes.readableBytes());
            bytes.release();
        }
        assertThat(writes).hasSize(2).allMatch(bytes -> bytes < 33 * 1_024 + 4);
        assertThat(writes.stream().mapToInt(bytes -> bytes).sum()).isEqualTo(60 * 1_004);
    }

    @Test
    void isWholeForTheOthersWhenOneCannotBeSentTo() {
        Frame poison = frame("poison");
        EmbeddedChannel torn = new EmbeddedChannel();
        Outbound broken = outbound(new SocketTransport(torn, loop, null) {
            @Override
            public void append(Frame frame, ByteBuf chunk) {
                if (frame == poison) {
                    throw new IllegalStateException("cannot be encoded");
                }
                super.append(frame, chunk);
            }
        });
        loop.subscribe(CHANNEL, broken);
        subscribe(first, null);
        publish("A", "a1");
        loop.publish(new Slot(CHANNEL, "B"), poison);
        first.runPendingTasks();
        assertThat(torn.isOpen()).isFalse();
        assertThat(sent(first)).isEqualTo("a1 poison ");
    }

    private Outbound subscribe(EmbeddedChannel channel, @Nullable Agreement compression) {
        Outbound outbound = outbound(new SocketTransport(channel, loop, compression));
        loop.subscribe(CHANNEL, outbound);
        return outbound;
    }

    private Outbound outbound(Transport transport) {
        return new Outbound(transport, loop, deliveries, Outbound.QUEUE_BYTES_MAX, () -> {});
    }

    private void publish(String key, String text) {
        loop.publish(new Slot(CHANNEL, key), frame(text));
    }

    private static Frame frame(String text) {
        return Frame.text((text + ' ').getBytes(StandardCharsets.US_ASCII));
    }

    private static String sent(EmbeddedChannel channel) {
        StringBuilder all = new StringBuilder();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            all.append(text(bytes));
            bytes.release();
        }
        return all.toString();
    }

    /** The payloads of short frames. */
    private static String text(ByteBuf frames) {
        StringBuilder text = new StringBuilder();
        while (frames.isReadable()) {
            frames.skipBytes(1);
            text.append(frames.readCharSequence(frames.readByte(), StandardCharsets.US_ASCII));
        }
        return text.toString();
    }
}
