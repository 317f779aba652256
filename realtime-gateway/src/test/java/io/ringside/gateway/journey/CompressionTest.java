package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.compression.Deflation;
import io.ringside.gateway.compression.Inflation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages compressed on a real socket, frame by frame. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompressionTest {
    private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate\r\n";
    private static final int FINAL = 0x80;
    private static final String CHANNELS =
            IntStream.range(0, 30).mapToObj(i -> "\"quotes.*\"").collect(Collectors.joining(","));

    private final Deflation deflation = new Deflation();
    private final Inflation inflation = new Inflation();
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
    void agreesWithWhoeverOffersItAndWithNobodyElse() throws IOException {
        assertThat(RawSocket.handshakeWith(gateway.port(), OFFER))
                .startsWith("HTTP/1.1 101")
                .containsIgnoringCase("sec-websocket-extensions: permessage-deflate; server_no_context_takeover;"
                        + " client_no_context_takeover\r\n");
        assertThat(RawSocket.handshakeWith(gateway.port(), ""))
                .startsWith("HTTP/1.1 101")
                .doesNotContainIgnoringCase("permessage-deflate");
        assertThat(RawSocket.handshakeWith(gateway.port(), "Origin: http://evil.example\r\n" + OFFER))
                .startsWith("HTTP/1.1 403")
                .doesNotContainIgnoringCase("permessage-deflate");
    }

    @ParameterizedTest
    @CsvSource({"permessage-deflate, true", "permessage-deflate; server_max_window_bits=9, false"})
    void inflatesWhatItHearsAndCompressesWhatIsLong(String offer, boolean fullWindow)
            throws IOException, DataFormatException {
        try (RawSocket raw = RawSocket.open(gateway.port(), "Sec-WebSocket-Extensions: " + offer + "\r\n")) {
            sendDeflated(raw, connect());
            RawSocket.Arrived connected = raw.next();
            assertThat(connected.reserved()).as("a short answer").isZero();
            assertThat(connected.text()).contains("\"user\":\"alice\"");
            sendDeflated(raw, "{\"id\":2,\"unsubscribe\":{\"channels\":[\"quotes.*\"]}}");
            assertThat(raw.next().text()).isEqualTo("{\"id\":2,\"result\":{\"unsubscribed\":[\"quotes.*\"]}}");
            sendDeflated(raw, "{\"id\":3,\"unsubscribe\":{\"channels\":[" + CHANNELS + ",\"presence\"]}}");
            assertThat(raw.next().reserved()).isZero();
            sendDeflated(raw, "{\"id\":4,\"subscribe\":{\"channels\":[" + manyChannels() + "]}}");
            RawSocket.Arrived subscribed = raw.next();
            assertThat(subscribed.reserved()).as("a long answer").isEqualTo(RawSocket.DEFLATED);
            String text = inflated(subscribed);
            assertThat(text)
                    .startsWith("{\"id\":4,\"result\":{\"subscribed\":{")
                    .contains("\"quotes.M29\"");
            assertThat(subscribed.payload()).hasSizeLessThan(text.length() * 2 / 3);
        }
    }

    @Test
    void takesACompressedMessageInFragmentsWithAPingBetween() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port(), OFFER)) {
            byte[] message = deflated(connect());
            raw.sendBits(RawSocket.DEFLATED | RawSocket.TEXT, Arrays.copyOf(message, 10));
            raw.send(true, RawSocket.PING, new byte[] {7});
            assertThat(raw.next().opcode()).isEqualTo(RawSocket.PONG);
            raw.send(true, RawSocket.CONTINUATION, Arrays.copyOfRange(message, 10, message.length));
            assertThat(raw.next().text()).contains("\"user\":\"alice\"");
        }
    }

    @Test
    void saysTooBigToABombAndToOneInFragments() throws IOException {
        byte[] bomb = deflation.deflate(new byte[10 * 1024 * 1024], 0, true);
        try (RawSocket raw = RawSocket.open(gateway.port(), OFFER)) {
            raw.sendBits(FINAL | RawSocket.DEFLATED | RawSocket.TEXT, bomb);
            assertThat(raw.closeCode()).isEqualTo(1009);
            assertThat(raw.isEnded()).isTrue();
        }
        try (RawSocket raw = RawSocket.open(gateway.port(), OFFER)) {
            raw.sendBits(RawSocket.DEFLATED | RawSocket.TEXT, Arrays.copyOf(bomb, 5));
            raw.send(true, RawSocket.CONTINUATION, Arrays.copyOfRange(bomb, 5, bomb.length));
            assertThat(raw.closeCode()).isEqualTo(1009);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x81, 1007, not UTF-8 when inflated",
        "0xC9, 1002, a ping says that it is compressed",
        "0xC8, 1002, a close says so",
        "0xA1, 1002, another reserved bit",
        "0xD1, 1002, and a third one"
    })
    void refusesWhatNobodyMaySend(String first, int code, String what) throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port(), OFFER)) {
            boolean text = first.equals("0x81");
            byte[] payload = text ? deflation.deflate(new byte[] {(byte) 0xff}, 0, true) : new byte[] {3, (byte) 0xe8};
            raw.sendBits(Integer.decode(first) | (text ? RawSocket.DEFLATED : 0), payload);
            assertThat(raw.closeCode()).as(what).isEqualTo(code);
        }
    }

    @Test
    void refusesAReservedBitOnAContinuationAndWhatIsNotDeflated() throws IOException {
        try (RawSocket raw = RawSocket.open(gateway.port(), OFFER)) {
            raw.sendBits(RawSocket.DEFLATED | RawSocket.TEXT, deflated("{"));
            raw.sendBits(FINAL | RawSocket.DEFLATED | RawSocket.CONTINUATION, deflated("}"));
            assertThat(raw.closeCode()).isEqualTo(1002);
        }
        try (RawSocket raw = RawSocket.open(gateway.port(), OFFER)) {
            raw.sendBits(FINAL | RawSocket.DEFLATED | RawSocket.TEXT, new byte[] {(byte) 0xff, (byte) 0xff});
            assertThat(raw.closeCode()).isEqualTo(1007);
        }
    }

    private String connect() {
        return "{\"id\":1,\"connect\":{\"ticket\":\"" + gateway.ticket(gateway.token("alice"))
                + "\",\"client\":\"test/1\",\"channels\":[\"quotes.*\"],\"positions\":{}}}";
    }

    private static String manyChannels() {
        return IntStream.range(0, 30).mapToObj(i -> "\"quotes.M" + i + '"').collect(Collectors.joining(","));
    }

    private void sendDeflated(RawSocket raw, String text) throws IOException {
        raw.sendBits(FINAL | RawSocket.DEFLATED | RawSocket.TEXT, deflated(text));
    }

    private byte[] deflated(String text) {
        return deflation.deflate(text.getBytes(StandardCharsets.UTF_8), 0, true);
    }

    private String inflated(RawSocket.Arrived frame) throws DataFormatException {
        byte[] message = Objects.requireNonNull(inflation.inflate(frame.payload(), 1_000_000));
        return new String(message, StandardCharsets.UTF_8);
    }
}
