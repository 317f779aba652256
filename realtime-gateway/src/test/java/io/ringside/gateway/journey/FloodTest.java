package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.testkit.HandMovedClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A peer that sends more than 64 KiB a second, in frames that no other limit counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodTest {
    private static final int FRAME_BYTES = 6 + 125;
    private static final byte[] FRAMES = pongs(1_000);
    private static final long ENDLESS_BYTES = 1L << 30;

    private final HandMovedClock clock = GatewayUnderTest.standingClock();
    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(clock, Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void tellsAPeerThatFloodsAndClosesAtTheThirdBreach() throws Exception {
        double before = breaches();
        try (RawSocket raw = connected()) {
            long[] sent = new long[1];
            Thread flood = Thread.startVirtualThread(() -> sent[0] = flood(raw, ENDLESS_BYTES));
            for (int i = 0; i < 3; i++) {
                JsonNode told = GatewayUnderTest.json(raw.next().text());
                assertThat(told.get("id").getLongValue()).isZero();
                JsonNode error = told.get("error");
                assertThat(error.get("code").getStringValue()).isEqualTo("RATE_LIMITED");
                assertThat(error.get("temporary").getBooleanValue()).isTrue();
                long owedMs = error.get("retryAfterMs").getLongValue();
                assertThat(owedMs).isBetween(1L, 2_000L);
                // and what came in the same moment
                clock.advance(Duration.ofMillis(owedMs + 1_000));
            }
            assertThat(raw.next().text())
                    .isEqualTo("{\"disconnect\":{\"code\":4429,\"reason\":\"rate limits breached\","
                            + "\"reconnect\":true,\"retryAfterMs\":10000}}");
            assertThat(raw.closeCode()).isEqualTo(4429);
            // it does not answer the close, and is not waited for
            clock.advance(Duration.ofSeconds(2));
            assertThat(raw.isEnded()).isTrue();
            flood.join();
            // What it could send and nobody read stood in the buffers of the kernel.
            assertThat(sent[0]).isLessThan(ENDLESS_BYTES / 32);
        }
        assertThat(breaches() - before).isEqualTo(3);
    }

    private RawSocket connected() throws IOException {
        String ticket = gateway.ticket(gateway.token("alice"));
        RawSocket raw = RawSocket.open(gateway.port());
        raw.sendText("{\"id\":1,\"connect\":{\"ticket\":\"%s\",\"client\":\"flood\",\"channels\":[],\"positions\":{}}}"
                .formatted(ticket));
        assertThat(raw.next().text()).contains("connected");
        return raw;
    }

    /** Sends this many bytes of unasked pongs, or as many as the server lets it, and says how many. */
    private static long flood(RawSocket raw, long bytes) {
        long sent = 0;
        try {
            while (sent < bytes) {
                int part = (int) Math.min(FRAMES.length, (bytes - sent + FRAME_BYTES - 1) / FRAME_BYTES * FRAME_BYTES);
                raw.sendOctets(FRAMES, part);
                sent += part;
            }
        } catch (IOException e) {
            // The server has ended it.
        }
        return sent;
    }

    private double breaches() {
        return gateway.call("GET", "/prometheus", null, null)
                .body()
                .lines()
                .filter(line -> line.startsWith("ringside_gateway_rate_limited_total{kind=\"bytes\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static byte[] pongs(int count) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            frames.writeBytes(RawSocket.framed(0x80 | RawSocket.PONG, new byte[FRAME_BYTES - 6]));
        }
        return frames.toByteArray();
    }
}
