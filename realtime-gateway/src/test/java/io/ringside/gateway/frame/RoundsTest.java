package io.ringside.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.ringside.testkit.HandMovedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a socket whose client chose a pace is sent, in time that is moved by hand. */
class RoundsTest {
    private static final String CHANNEL = "quotes.*";

    private final HandMovedClock clock = HandMovedClock.at("2026-11-21T09:00:00Z");
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Deliveries deliveries = new Deliveries(clock, new SimpleMeterRegistry());
    private final Loop loop = new Loop(channel.eventLoop(), deliveries, 1);
    private final Outbound outbound = new Outbound(
            new SocketTransport(channel, loop, null), loop, deliveries, Outbound.QUEUE_BYTES_MAX, () -> {});
    private final Map<String, String> heard = new HashMap<>();
    private int messages;
    private int bytes;

    @BeforeEach
    void stopTime() {
        channel.freezeTime();
    }

    @Test
    void sendsTheFirstValueAtOnceAndThenTheLatestOfEachRound() {
        outbound.pace(5, null);
        tell("A", "1");
        assertThat(heard()).isEqualTo(Map.of("A", "1"));
        tell("A", "2");
        tell("B", "1");
        tell("A", "3");
        pass(199);
        assertThat(heard()).isEqualTo(Map.of("A", "1"));
        pass(1);
        assertThat(heard()).isEqualTo(Map.of("A", "3", "B", "1"));
        assertThat(messages).isEqualTo(3);
    }

    @Test
    void letsEventsThroughBetweenRounds() {
        outbound.pace(1, null);
        tell("A", "1");
        tell("A", "2");
        outbound.offer(frame("event", "1"));
        channel.runPendingTasks();
        assertThat(heard()).isEqualTo(Map.of("A", "1", "event", "1"));
    }

    @Test
    void sendsWhatWaitsLongestFirstWhenBytesRunShort() {
        outbound.pace(null, 4_096);
        for (int key = 0; key < 100; key++) {
            tell("K" + key, "x".repeat(200));
        }
        int first = heard().size();
        assertThat(first).isBetween(18, 22);
        tell("K" + (first + 1), "newer");
        pass(200);
        assertThat(heard()).containsKeys("K" + first, "K" + (first + 1)).containsEntry("K" + (first + 1), "newer");
        pass(30_000);
        assertThat(heard()).hasSize(100);
    }

    @Test
    void goesAsItComesOnceThePaceIsGivenUp() {
        outbound.pace(1, null);
        tell("A", "1");
        tell("A", "2");
        assertThat(heard()).isEqualTo(Map.of("A", "1"));
        outbound.pace(null, null);
        channel.runPendingTasks();
        tell("B", "1");
        tell("B", "2");
        assertThat(heard()).isEqualTo(Map.of("A", "2", "B", "2"));
    }

    @Test
    void waitsForATransportThatTakesNothingAndSendsTheLatestThen() {
        outbound.pace(5, null);
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        tell("A", "1");
        pass(1_000);
        tell("A", "2");
        assertThat(heard()).isEmpty();
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        outbound.flush();
        assertThat(heard()).isEqualTo(Map.of("A", "2"));
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 65536", "2, 1, 4096", "3, 50, 1048576", "4, 10, 8192"})
    void keepsItsPaceAndEndsWithWhatTheSourceSaidLast(int seed, int perSecond, int bytesPerSecond) {
        Random random = new Random(seed);
        Map<String, String> source = new HashMap<>();
        outbound.pace(perSecond, bytesPerSecond);
        for (int tenMs = 0; tenMs < 1_000; tenMs++) {
            for (int i = 0; i < 20; i++) {
                String key = "K" + random.nextInt(100);
                source.put(key, tenMs + "." + i);
                tell(key, tenMs + "." + i);
            }
            pass(10);
        }
        assertThat(bytes).as("bytes of ten seconds, and a burst").isLessThanOrEqualTo(11 * bytesPerSecond + 100);
        assertThat(messages).as("of 100 keys").isLessThanOrEqualTo(100 * (10 * perSecond + 1));
        pass(60_000);
        assertThat(heard).isEqualTo(source);
    }

    private void tell(String key, String value) {
        outbound.conflate(new Slot(CHANNEL, key), frame(key, value));
        channel.runPendingTasks();
        hear();
    }

    private void pass(int ms) {
        for (int each = 0; each < ms; each++) {
            clock.advance(Duration.ofMillis(1));
            channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
            channel.runPendingTasks();
        }
        hear();
    }

    private Map<String, String> heard() {
        hear();
        return heard;
    }

    private void hear() {
        for (ByteBuf chunk = channel.readOutbound(); chunk != null; chunk = channel.readOutbound()) {
            bytes += chunk.readableBytes();
            while (chunk.isReadable()) {
                chunk.skipBytes(1);
                int length =
                        chunk.readByte() == 126 ? chunk.readUnsignedShort() : chunk.getByte(chunk.readerIndex() - 1);
                String[] pair = chunk.readCharSequence(length, StandardCharsets.US_ASCII)
                        .toString()
                        .split(" ");
                heard.put(pair[0], pair[1]);
                messages++;
            }
            chunk.release();
        }
    }

    private static Frame frame(String key, String value) {
        return Frame.text((key + ' ' + value).getBytes(StandardCharsets.US_ASCII));
    }
}
