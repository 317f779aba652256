package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import io.ringside.testkit.Eventually;
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

/** Clients that send what is no request, or more than they should, or never read, must not hurt anybody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileClientsTest {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final int WAVES = 20;
    private static final int WAVE_MESSAGES = 1_000;
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
    void closesOnAnEmptyMessage() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.sendText("");
            assertThat(raw.closeCode()).isEqualTo(4501);
        }
    }

    @Test
    void keepsMemoryBoundedWhenThreeClientsNeverRead() throws Exception {
        List<RawSocket> deaf = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String ticket = gateway.ticket(gateway.token("alice"));
            RawSocket raw = RawSocket.openDeaf(gateway.port());
            raw.sendText(
                    "{\"id\":1,\"connect\":{\"ticket\":\"%s\",\"client\":\"deaf\",\"channels\":[\"inbox\",\"quotes.*\"]"
                                    .formatted(ticket)
                            + ",\"positions\":{}}}");
            assertThat(raw.next().text()).contains("connected");
            deaf.add(raw);
        }
        long before = usedMemory();
        String text = ",\"text\":\"" + "x".repeat(4_000) + "\"}";
        byte[] body = Told.order(1).replaceFirst("}$", text).getBytes(StandardCharsets.US_ASCII);
        for (int wave = 0; wave < WAVES; wave++) {
            flood(body, wave * WAVE_MESSAGES);
            // In waves: a gateway on a busy machine is behind by some of one, not by most of all.
            assertThat(usedMemory() - before).isLessThan(48 * MEBIBYTE);
        }
        awaitSlowCloses(3);
        for (RawSocket raw : deaf) {
            raw.close();
        }
        try (ClientSocket other = gateway.connect("alice", "[\"inbox\"]", "{}")) {
            assertThat(other.ask("\"ping\":{}").get("result")).isNotNull();
        }
    }

    /** Of all waves, 3 sockets × 20,000 × (4 KB notice + 4 KB quote): hundreds of megabytes that nobody reads. */
    private void flood(byte[] body, int sent) throws Exception {
        Connection nats = gateway.nats();
        for (int i = sent + 1; i <= sent + WAVE_MESSAGES; i++) {
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
        nats.flush(Eventually.DEADLINE);
    }

    private void awaitSlowCloses(int count) {
        Eventually.holds(count + " are closed because they are slow", () -> slowCloses() >= count);
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
