package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.socket.DrainProbe;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sockets whose peer says nothing, answers nothing, or has to go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivenessTest {
    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        // Sockets are looked after each second, one thing at a time: asking must leave seconds for heartbeats.
        gateway = GatewayUnderTest.start(Map.of(
                "ringside.socket.first-frame", "1s",
                "ringside.socket.idle", "2s",
                "ringside.socket.dead", "1s",
                "ringside.socket.heartbeat", "1s"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void closesASocketThatNeverConnects() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            assertThat(raw.closeCode()).isEqualTo(4501);
        }
    }

    @Test
    void asksASilentPeerAndClosesItWhenItDoesNotAnswer() throws IOException {
        try (RawSocket raw = connected(gateway)) {
            RawSocket.Arrived frame = raw.next();
            while (frame.opcode() != RawSocket.PING) {
                frame = raw.next();
            }
            assertThat(raw.closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void keepsAPeerThatAnswersAndSendsItHeartbeats() throws IOException {
        try (RawSocket raw = connected(gateway)) {
            int heartbeats = 0;
            while (heartbeats < 4) {
                RawSocket.Arrived frame = raw.next();
                if (frame.opcode() == RawSocket.PING) {
                    raw.send(true, RawSocket.PONG, frame.payload());
                } else {
                    assertThat(frame.text()).contains("\"heartbeat\":{\"serverTime\"");
                    heartbeats++;
                }
            }
        }
    }

    @Test
    void endsTheConnectionOfAPeerThatDoesNotAnswerAClose() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.sendText("nonsense");
            assertThat(raw.closeCode()).isEqualTo(4501);
            assertThat(raw.isEnded()).isTrue();
        }
    }

    @Test
    void tellsClientsWhenToComeBackBeforeItStops() throws IOException {
        try (GatewayUnderTest leaving = GatewayUnderTest.startOn(gateway.database(), Map.of());
                RawSocket raw = connected(leaving)) {
            Thread stopping = Thread.startVirtualThread(() -> DrainProbe.drain(leaving.beans()));
            RawSocket.Arrived frame = raw.next();
            while (frame.opcode() != RawSocket.TEXT || !frame.text().contains("disconnect")) {
                frame = raw.next();
            }
            assertThat(frame.text()).contains("\"code\":1012", "\"reconnect\":true", "retryAfterMs", "jitterMs");
            assertThat(raw.closeCode()).isEqualTo(1012);
            raw.send(true, RawSocket.CLOSE, new byte[] {0x03, (byte) 0xf4});
            assertThat(raw.isEnded()).isTrue();
            join(stopping);
            assertThat(RawSocket.handshakeWith(leaving.port(), "")).startsWith("HTTP/1.1 503");
        }
    }

    private static RawSocket connected(GatewayUnderTest gateway) throws IOException {
        RawSocket raw = RawSocket.open(gateway.port());
        raw.sendText("{\"id\":1,\"connect\":{\"ticket\":\"%s\",\"client\":\"raw\",\"channels\":[],\"positions\":{}}}"
                .formatted(gateway.ticket(gateway.token("alice"))));
        assertThat(raw.next().text()).contains("connected");
        return raw;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
