package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455 frame by frame, where the framework alone let a client break it (reliability reference, 0.5). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrameRulesTest {
    private static final byte[] CHUNK = "x".repeat(1024).getBytes(StandardCharsets.US_ASCII);

    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
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
}
