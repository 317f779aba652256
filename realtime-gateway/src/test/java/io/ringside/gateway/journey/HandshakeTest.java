package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a WebSocket is opened with (RFC 6455, 4.2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandshakeTest {
    private static final String PROTOCOL = "Sec-WebSocket-Protocol: ringside.v1\r\n";
    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private static final String UPGRADE = "Connection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n";
    private static final String VERSION = "Sec-WebSocket-Version: 13\r\n";
    private static final String PROPER = request("/ws", UPGRADE + VERSION + KEY + PROTOCOL);

    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    private static String request(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    @Test
    void isAnsweredWithItsKeyAndTheProtocol() throws IOException {
        try (RawSocket raw = RawSocket.reach(gateway.port())) {
            raw.write(PROPER);
            AnswerHead answer = raw.head();
            assertThat(answer.status()).isEqualTo(101);
            // The key and its answer are those of RFC 6455, 1.3.
            assertThat(answer.header("Sec-WebSocket-Accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            assertThat(answer.header("Sec-WebSocket-Protocol")).isEqualTo("ringside.v1");
            assertThat(answer.header("Upgrade")).isEqualToIgnoringCase("websocket");
            assertThat(answer.header("Connection")).isEqualToIgnoringCase("upgrade");
        }
    }

    @ParameterizedTest
    @CsvSource({"'ringside.v0, ringside.v1'", "'ringside.v1,ringside.v0'", "'x\r\nSec-WebSocket-Protocol: ringside.v1'"
    })
    void findsTheProtocolAmongOthers(String offers) throws IOException {
        try (RawSocket raw = RawSocket.reach(gateway.port())) {
            raw.write(request("/ws?from=test", UPGRADE + VERSION + KEY + "Sec-WebSocket-Protocol: " + offers + "\r\n"));
            AnswerHead answer = raw.head();
            assertThat(answer.status()).isEqualTo(101);
            assertThat(answer.header("Sec-WebSocket-Protocol")).isEqualTo("ringside.v1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                VERSION + KEY + PROTOCOL,
                "Connection: Upgrade\r\nUpgrade: h2c\r\n" + VERSION + KEY + PROTOCOL,
                "Upgrade: websocket\r\n" + VERSION + KEY + PROTOCOL,
                UPGRADE + KEY + PROTOCOL,
                UPGRADE + "Sec-WebSocket-Version: 8\r\n" + KEY + PROTOCOL
            })
    void saysWhatWouldBeUpgradedTo(String headers) throws IOException {
        try (RawSocket raw = RawSocket.reach(gateway.port())) {
            raw.write(request("/ws", headers));
            AnswerHead answer = raw.head();
            assertThat(answer.header("Upgrade")).isEqualTo("websocket");
            assertThat(answer.header("Sec-WebSocket-Version")).isEqualTo("13");
            assertProblem(raw, answer, 426, "ask for an upgrade to websocket, version 13");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sec-WebSocket-Key: \r\n",
                "Sec-WebSocket-Key: c2hvcnQ=\r\n",
                "Sec-WebSocket-Key: not base64 at all!!!\r\n",
                KEY + "Transfer-Encoding: chunked\r\n"
            })
    void hasToHaveAKeyAndNoBody(String headers) throws IOException {
        try (RawSocket raw = RawSocket.reach(gateway.port())) {
            raw.write(request("/ws", UPGRADE + VERSION + PROTOCOL + headers));
            if (headers.contains("chunked")) {
                raw.write("5\r\nhello\r\n0\r\n\r\n");
            }
            assertProblem(raw, raw.head(), 400, "Sec-WebSocket-Key of 16 bytes in Base64, no body");
        }
    }

    @Test
    void hasToOfferTheProtocol() throws IOException {
        try (RawSocket raw = RawSocket.reach(gateway.port())) {
            raw.write(request("/ws", UPGRADE + VERSION + KEY + "Sec-WebSocket-Protocol: ringside.v2\r\n"));
            assertProblem(raw, raw.head(), 400, "must include ringside.v1");
        }
    }

    @Test
    void mayNotComeFromAPageOfAnotherSite() throws IOException {
        try (RawSocket raw = RawSocket.reach(gateway.port())) {
            raw.write(request("/ws", UPGRADE + VERSION + KEY + PROTOCOL + "Origin: https://evil.example\r\n"));
            AnswerHead answer = raw.head();
            assertThat(answer.lines() + raw.body(answer))
                    .contains("403", "FORBIDDEN", "This origin may not open a socket.");
        }
    }

    @Test
    void mayComeOnAConnectionThatWasUsedBefore() throws IOException {
        try (RawSocket raw = RawSocket.reach(gateway.port())) {
            raw.write(request("/health/liveness", ""));
            AnswerHead health = raw.head();
            assertThat(health.status()).isEqualTo(200);
            raw.body(health);
            raw.write(request("/ws", UPGRADE + VERSION + KEY));
            assertProblem(raw, raw.head(), 400, "must include ringside.v1");
            raw.write(PROPER);
            assertThat(raw.head().status()).isEqualTo(101);
            assertHeard(raw);
        }
    }

    @Test
    void isRefusedBehindARequestThatIsNotAnsweredYet() throws IOException {
        try (RawSocket raw = RawSocket.reach(gateway.port())) {
            raw.write(request("/health/liveness", "") + PROPER);
            AnswerHead health = raw.head();
            assertThat(health.status()).isEqualTo(200);
            raw.body(health);
            assertProblem(raw, raw.head(), 400, "no request before it that waits for its answer");
        }
    }

    @Test
    void whatIsSentWithItIsHeard() throws IOException {
        String ping = new String(
                RawSocket.framed(0x80 | RawSocket.PING, "early".getBytes(StandardCharsets.US_ASCII)),
                StandardCharsets.ISO_8859_1);
        try (RawSocket raw = RawSocket.reach(gateway.port())) {
            raw.write(PROPER + ping + ping);
            assertThat(raw.head().status()).isEqualTo(101);
            assertThat(raw.next().text()).isEqualTo("early");
            assertThat(raw.next().text()).isEqualTo("early");
            assertHeard(raw);
        }
    }

    @Test
    void mayComeOctetByOctet() throws IOException {
        try (RawSocket raw = RawSocket.reach(gateway.port())) {
            for (String octet : PROPER.split("")) {
                raw.write(octet);
            }
            assertThat(raw.head().status()).isEqualTo(101);
            assertHeard(raw);
        }
    }

    private static void assertHeard(RawSocket raw) throws IOException {
        raw.send(true, RawSocket.PING, "there?".getBytes(StandardCharsets.US_ASCII));
        RawSocket.Arrived answer = raw.next();
        assertThat(answer.opcode()).isEqualTo(RawSocket.PONG);
        assertThat(answer.text()).isEqualTo("there?");
    }

    private static void assertProblem(RawSocket raw, AnswerHead answer, int status, String words) throws IOException {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        JsonNode problem = GatewayUnderTest.json(raw.body(answer));
        assertThat(problem.get("status").getIntValue()).isEqualTo(status);
        assertThat(problem.get("code").getStringValue()).isEqualTo("MALFORMED");
        assertThat(problem.get("detail").getStringValue()).contains(words);
        assertThat(problem.get("correlationId").getStringValue()).isEqualTo(answer.header("X-Correlation-Id"));
    }
}
