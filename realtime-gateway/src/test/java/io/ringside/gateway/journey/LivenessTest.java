package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.testkit.HandMovedClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sockets whose peer says nothing, answers nothing, or has to go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivenessTest {
    /** Sockets are looked after each second of the machine, and go by this clock. */
    private final HandMovedClock clock = GatewayUnderTest.standingClock();

    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(
                clock,
                Map.of(
                        "ringside.socket.first-frame", "5s",
                        "ringside.socket.idle", "25s",
                        "ringside.socket.dead", "10s",
                        "ringside.socket.heartbeat", "30s"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void closesASocketThatNeverConnectsAndLetsItComeBack() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.send(true, RawSocket.PING, new byte[0]);
            assertThat(raw.next().opcode()).isEqualTo(RawSocket.PONG);
            clock.advance(Duration.ofMillis(5_001));
            assertThat(raw.next().text())
                    .isEqualTo("{\"disconnect\":{\"code\":4408,\"reason\":\"no connect in time\",\"reconnect\":true}}");
            assertThat(raw.closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void endsTheConnectionOfAPeerThatDoesNotAnswerAClose() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port())) {
            raw.sendText("nonsense");
            assertThat(raw.closeCode()).isEqualTo(4501);
            clock.advance(Duration.ofSeconds(2));
            assertThat(raw.isEnded()).isTrue();
        }
    }

    @Test
    void aStopOfTheProcessTellsEachClientBeforeItsConnectionEnds() throws IOException {
        GatewayUnderTest leaving =
                GatewayUnderTest.startOn(gateway.database(), Map.of("ringside.socket.drain-notice", "0s"));
        try (RawSocket raw = connected(leaving)) {
            Thread stopping = Thread.startVirtualThread(leaving::stopAsAProcess);
            assertThat(raw.next().text()).contains("\"code\":1012", "\"reconnect\":true");
            assertThat(raw.closeCode()).isEqualTo(1012);
            raw.send(true, RawSocket.CLOSE, new byte[] {0x03, (byte) 0xf4});
            assertThat(raw.isEnded()).isTrue();
            join(stopping);
        }
    }

    @Test
    void aNodeThatStopsIsNotReadyAtOnceButTakesWhoeverComesUntilItsBalancerMayKnow() throws IOException {
        GatewayUnderTest leaving =
                GatewayUnderTest.startOn(gateway.database(), Map.of("ringside.socket.drain-notice", "5s"));
        try (RawSocket raw = connected(leaving)) {
            Thread stopping = Thread.startVirtualThread(leaving::stopAsAProcess);
            while (leaving.call("GET", "/health/readiness", null, null).statusCode() != 503) {
                Thread.onSpinWait();
            }
            try (RawSocket late = connected(leaving)) {
                assertThat(late.next().text()).contains("\"code\":1012");
                late.send(true, RawSocket.CLOSE, new byte[] {0x03, (byte) 0xf4});
            }
            assertThat(raw.next().text()).contains("\"code\":1012");
            raw.send(true, RawSocket.CLOSE, new byte[] {0x03, (byte) 0xf4});
            join(stopping);
        }
    }

    private static RawSocket connected(GatewayUnderTest gateway) throws IOException {
        String ticket = gateway.ticket(gateway.token("alice"));
        RawSocket raw = RawSocket.open(gateway.port());
        raw.sendText("{\"id\":1,\"connect\":{\"ticket\":\"%s\",\"client\":\"raw\",\"channels\":[],\"positions\":{}}}"
                .formatted(ticket));
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
