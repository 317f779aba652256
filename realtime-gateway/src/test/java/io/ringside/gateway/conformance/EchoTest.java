package io.ringside.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.compression.Deflation;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.journey.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a conformance suite finds at {@code /ws/echo}, where it is asked for and nowhere else. */
class EchoTest {
    private static final String PATH = "/ws/echo";
    private static final int BIG = 3 * 1024 * 1024;

    @Test
    void echoesUnderItsProfile() throws IOException {
        Map<String, String> profile = Map.of(GatewayUnderTest.ENVIRONMENTS, "test,conformance");
        try (GatewayUnderTest gateway = GatewayUnderTest.start(profile);
                RawSocket raw = RawSocket.openAt(gateway.port(), PATH, "")) {
            raw.sendText("héllo");
            assertThat(raw.next().text()).isEqualTo("héllo");
            raw.send(true, RawSocket.BINARY, new byte[] {1, 2, 3});
            RawSocket.Arrived binary = raw.next();
            assertThat(binary.opcode()).isEqualTo(RawSocket.BINARY);
            assertThat(binary.payload()).containsExactly(1, 2, 3);
            raw.send(true, RawSocket.TEXT, new byte[0]);
            assertThat(raw.next().payload()).isEmpty();
            raw.send(true, RawSocket.BINARY, new byte[BIG]);
            assertThat(raw.next().payload()).as("more than the protocol allows").hasSize(BIG);
            raw.send(true, RawSocket.PING, new byte[] {9});
            assertThat(raw.next().opcode()).isEqualTo(RawSocket.PONG);
            raw.send(true, RawSocket.CLOSE, new byte[] {0x0b, (byte) 0xb8});
            assertThat(raw.closeCode()).as("3000, as it came").isEqualTo(3_000);
            assertThat(raw.isEnded()).isTrue();
        }
    }

    @Test
    void echoesCompressedWhatCameCompressed() throws IOException {
        Map<String, String> profile = Map.of(GatewayUnderTest.ENVIRONMENTS, "test,conformance");
        String offer = "Sec-WebSocket-Extensions: permessage-deflate\r\n";
        try (GatewayUnderTest gateway = GatewayUnderTest.start(profile);
                RawSocket raw = RawSocket.openAt(gateway.port(), PATH, offer)) {
            byte[] text = "to and fro ".repeat(100).getBytes(StandardCharsets.US_ASCII);
            byte[] deflated = new Deflation().deflate(text, 0, true);
            raw.sendBits(0x80 | RawSocket.DEFLATED | RawSocket.TEXT, deflated);
            RawSocket.Arrived echo = raw.next();
            assertThat(echo.reserved()).isEqualTo(RawSocket.DEFLATED);
            assertThat(echo.payload()).isEqualTo(deflated);
            raw.send(true, RawSocket.TEXT, new byte[] {(byte) 0xff});
            assertThat(raw.closeCode()).isEqualTo(1007);
        }
    }

    @Test
    void isNotThereOtherwise() throws IOException {
        try (GatewayUnderTest gateway = GatewayUnderTest.start(Map.of());
                RawSocket raw = RawSocket.reach(gateway.port())) {
            assertThat(raw.answer("/ws/echo", gateway.port())).startsWith("HTTP/1.1 404");
        }
    }
}
