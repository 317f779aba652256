package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the framework alone let happen (reliability reference, 0.5) must not happen here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileClientsTest {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final byte[] CHUNK = new byte[1024];

    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        java.util.Arrays.fill(CHUNK, (byte) 'x');
        gateway = GatewayUnderTest.start(Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void cutsOffAMessageOfEndlessFragments() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            long before = usedMemory();
            int fragments = 0;
            try {
                raw.send(false, RawSocket.TEXT, CHUNK);
                for (; fragments < 200_000; fragments++) {
                    raw.send(false, RawSocket.CONTINUATION, CHUNK);
                }
            } catch (SocketException e) {
                // Cut off while it was still sending: that is the point.
            }
            assertThat(fragments).isLessThan(200_000);
            assertThat(usedMemory() - before).isLessThan(32 * MEBIBYTE);
        }
    }

    @Test
    void saysTooBigWhenTheFragmentsOfOneMessagePassTheLimit() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.send(false, RawSocket.TEXT, CHUNK);
            for (int i = 0; i < 64; i++) {
                raw.send(false, RawSocket.CONTINUATION, CHUNK);
            }
            assertThat(raw.closeCode()).isEqualTo(1009);
            assertThat(raw.isEnded()).isTrue();
        }
    }

    @Test
    void saysTooBigWhenEmptyFragmentsNeverEnd() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.send(false, RawSocket.TEXT, new byte[0]);
            for (int i = 0; i < 1_100; i++) {
                raw.send(false, RawSocket.CONTINUATION, new byte[0]);
            }
            assertThat(raw.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void saysTooBigToOneLargeFrame() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.send(true, RawSocket.TEXT, new byte[64 * 1024 + 1]);
            assertThat(raw.closeCode()).isEqualTo(1009);
            assertThat(raw.isEnded()).isTrue();
        }
    }

    @Test
    void refusesTextThatIsNotUtf8EvenAcrossFragments() throws IOException {
        List<byte[]> texts = List.of(
                new byte[] {(byte) 0xff},
                new byte[] {(byte) 0xc0, (byte) 0xaf},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xe2, (byte) 0x82});
        for (byte[] text : texts) {
            try (RawSocket raw = RawSocket.open(gateway.port())) {
                raw.send(false, RawSocket.TEXT, text);
                raw.send(true, RawSocket.CONTINUATION, new byte[0]);
                assertThat(raw.closeCode()).isEqualTo(1007);
                assertThat(raw.isEnded()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x20, 0x10, 0x70})
    void refusesReservedBits(int bits) throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.sendBits(0x80 | bits | RawSocket.TEXT, "{}".getBytes(StandardCharsets.US_ASCII));
            assertThat(raw.closeCode()).isEqualTo(1002);
            assertThat(raw.isEnded()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x3, 0x7, 0xB, 0xF})
    void refusesReservedOpcodes(int opcode) throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.sendBits(0x80 | opcode, new byte[0]);
            assertThat(raw.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void refusesBinary() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.send(true, RawSocket.BINARY, new byte[1]);
            assertThat(raw.closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void refusesAContinuationOfNothingAndAMessageInsideAMessage() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.send(true, RawSocket.CONTINUATION, CHUNK);
            assertThat(raw.closeCode()).isEqualTo(1002);
        }
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.send(false, RawSocket.TEXT, CHUNK);
            raw.send(true, RawSocket.TEXT, CHUNK);
            assertThat(raw.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void echoesTheCloseAndThenEndsTheConnection() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.send(true, RawSocket.CLOSE, new byte[] {0x03, (byte) 0xe8, 'b', 'y', 'e'});
            assertThat(raw.closeCode()).isEqualTo(1000);
            assertThat(raw.isEnded()).isTrue();
        }
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.send(true, RawSocket.CLOSE, new byte[0]);
            RawSocket.Arrived echo = raw.next();
            assertThat(echo.opcode()).isEqualTo(RawSocket.CLOSE);
            assertThat(echo.payload()).isEmpty();
            assertThat(raw.isEnded()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 2999, 5000})
    void refusesCloseCodesThatNobodyMaySend(int code) throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.send(true, RawSocket.CLOSE, new byte[] {(byte) (code >>> 8), (byte) code});
            assertThat(raw.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void answersAPingWithItsPayloadBetweenFragments() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.send(false, RawSocket.TEXT, "{\"id\":1,".getBytes(StandardCharsets.US_ASCII));
            raw.send(true, RawSocket.PING, new byte[] {1, 2, 3});
            RawSocket.Arrived pong = raw.next();
            assertThat(pong.opcode()).isEqualTo(RawSocket.PONG);
            assertThat(pong.payload()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void neverNegotiatesCompression() throws IOException {
        assertThat(RawSocket.handshakeWith(gateway.port(), "")).startsWith("HTTP/1.1 101");
        assertThat(RawSocket.handshakeWith(gateway.port(), "")).doesNotContainIgnoringCase("permessage-deflate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "1", "{\"id\":1}", "{\"id\":1,\"dance\":{}}", "{\"id\":0,\"ping\":{}}", "{\"id\":1,"})
    void closesOnWhatIsNoRequest(String text) throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.sendText(text);
            assertThat(raw.closeCode()).isEqualTo(4501);
        }
    }

    @Test
    void closesWhenTheFirstRequestIsNotConnect() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.sendText("{\"id\":1,\"ping\":{}}");
            RawSocket.Arrived said = raw.next();
            assertThat(said.text()).contains("\"disconnect\"", "\"reconnect\":false");
            assertThat(raw.closeCode()).isEqualTo(4501);
        }
    }

    @Test
    void refusesJsonNestedTooDeep() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.sendText("{\"id\":1,\"ping\":" + "[".repeat(16) + "]".repeat(16) + "}");
            assertThat(raw.closeCode()).isEqualTo(4501);
        }
    }

    @Test
    void keepsMemoryBoundedWhenThreeClientsNeverRead() throws Exception {
        List<RawSocket> deaf = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RawSocket raw = RawSocket.openDeaf(gateway.port());
            String ticket = gateway.ticket(gateway.token("alice"));
            raw.sendText(
                    "{\"id\":1,\"connect\":{\"ticket\":\"%s\",\"client\":\"deaf\",\"channels\":[\"inbox\",\"quotes.*\"]"
                                    .formatted(ticket)
                            + ",\"positions\":{}}}");
            assertThat(raw.next().text()).contains("connected");
            deaf.add(raw);
        }
        long before = usedMemory();
        byte[] body = ("{\"text\":\"" + "x".repeat(4_000) + "\"}").getBytes(StandardCharsets.US_ASCII);
        flood(body, 20_000);
        assertThat(usedMemory() - before).isLessThan(48 * MEBIBYTE);
        awaitSlowCloses(3);
        for (RawSocket raw : deaf) {
            raw.close();
        }
        try (ClientSocket other = gateway.connect("alice", "[\"inbox\"]", "{}")) {
            assertThat(other.ask("\"ping\":{}").get("result")).isNotNull();
        }
    }

    /** 3 sockets × 20,000 × (4 KB notice + 4 KB quote): hundreds of megabytes that nobody reads. */
    private void flood(byte[] body, int count) throws Exception {
        Connection nats = gateway.nats();
        for (int i = 1; i <= count; i++) {
            Headers headers = new Headers()
                    .put("Ringside-Type", "order.updated")
                    .put("Nats-Sequence", Integer.toString(i))
                    .put("Nats-Last-Sequence", Integer.toString(i - 1));
            nats.publish(NatsMessage.builder()
                    .subject(Subjects.liveInbox("alice"))
                    .headers(headers)
                    .data(body)
                    .build());
            String quote =
                    "{\"instrument\":\"CA\",\"sequence\":%d,\"stale\":false,\"sourceAt\":\"2026-11-21T09:00:00Z\","
                                    .formatted(i)
                            + "\"at\":\"2026-11-21T09:00:00Z\",\"source\":\"" + "y".repeat(4_000) + "\"}";
            nats.publish("quote.CA", quote.getBytes(StandardCharsets.US_ASCII));
        }
        nats.flush(java.time.Duration.ofSeconds(10));
    }

    private void awaitSlowCloses(int count) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (slowCloses() < count) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private double slowCloses() {
        String metrics = gateway.call("GET", "/prometheus", null, null).body();
        return metrics.lines()
                .filter(line -> line.startsWith("ringside_gateway_closed_total") && line.contains("4408"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() + direct();
    }

    private static long direct() {
        return io.netty.buffer.ByteBufAllocator.DEFAULT instanceof io.netty.buffer.ByteBufAllocatorMetricProvider given
                ? given.metric().usedDirectMemory()
                : 0;
    }
}
