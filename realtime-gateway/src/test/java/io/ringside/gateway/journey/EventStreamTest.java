package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import io.ringside.gateway.transport.Heard;
import io.ringside.gateway.transport.LiveCalls;
import io.ringside.gateway.transport.Opening;
import io.ringside.gateway.transport.RawStream;
import io.ringside.gateway.transport.TransportKind;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.HandMovedClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol as server-sent events, for networks that let no WebSocket through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventStreamTest {
    private static final String BROWSER = "Ringside-Protocol: ringside.v1\r\nAccept: text/event-stream\r\n"
            + "Accept-Encoding: gzip, deflate, br, zstd\r\n";
    private static final int WAVE_MESSAGES = 1_000;

    /** Sessions are looked after each second of the machine, and go by this clock. */
    private final HandMovedClock clock = GatewayUnderTest.standingClock();

    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(clock, Map.of());
        FloorPeople.moveIn(gateway.database(), "carol");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void carriesAnswersAndPushesInTheirOrder() {
        try (ClientSocket session = connect("alice", "[\"inbox\"]", "{}")) {
            assertThat(session.transport().version()).isEqualTo("ringside.v1");
            assertThat(session.ask("\"ping\":{}").get("result").get("pong")).isNotNull();
            notice("alice", Told.order(1));
            notice("alice", Told.order(2));
            JsonNode first = session.push("inbox");
            JsonNode second = session.push("inbox");
            assertThat(Told.numberOf(first)).isOne();
            assertThat(Told.numberOf(second)).isEqualTo(2);
            assertThat(second.get("previous").getLongValue())
                    .isEqualTo(first.get("sequence").getLongValue());
        }
    }

    @Test
    void takesSeveralMessagesAtOnceInTheirOrder() {
        try (ClientSocket session = connect("alice", "[]", "{}")) {
            session.sendRaw("{\"id\":7,\"ping\":{}}\n{\"id\":8,\"subscribe\":{\"channels\":[\"system\"]}}\n");
            assertThat(session.await(message -> message.get("id") != null)
                            .get("id")
                            .getIntValue())
                    .isEqualTo(7);
            assertThat(session.push("system").get("type").getStringValue()).isEqualTo("system.list");
        }
    }

    @Test
    void tellsAPushWithLineBreaksOnOneLine() {
        try (ClientSocket session = connect("carol", "[\"inbox\"]", "{}")) {
            notice("carol", Told.order(3).replace(",  \"leaves\"", ",\r\n\n\"leaves\""));
            assertThat(Told.numberOf(session.push("inbox"))).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"nonsense | 4501", "{\"id\":1,\"dance\":{}} | 4501", "{\"id\":1,\"ping\":{}} | 4501", "long | 1009"
            })
    void closesOnWhatASocketClosesOn(String message, int code) {
        try (ClientSocket session = begin()) {
            session.sendRaw(message.equals("long") ? "x".repeat(64 * 1024 + 1) : message);
            assertThat(session.closeCode()).isEqualTo(code);
        }
    }

    @Test
    void flushesEachEventUncompressedWhateverTheClientAccepts() throws IOException {
        try (RawStream raw = open(0, "bob")) {
            assertThat(raw.status()).isEqualTo(200);
            assertThat(raw.head())
                    .contains("content-type: text/event-stream\n")
                    .contains("cache-control: no-store, no-transform\n")
                    .contains("x-accel-buffering: no\n")
                    .contains("ringside-protocol: ringside.v1\n")
                    .doesNotContain("content-encoding");
            assertThat(raw.lineWith("data:")).startsWith("data: {\"id\":1,\"result\":{\"connected\"");
        }
    }

    @Test
    void asksASilentClientAndClosesItWhenItPostsNothing() throws IOException {
        try (RawStream raw = connected()) {
            clock.advance(Duration.ofSeconds(25));
            raw.lineWith("event: ping");
            assertThat(raw.line()).isEqualTo("data:");
            clock.advance(Duration.ofSeconds(10));
            raw.lineWith("event: close");
            assertThat(raw.line()).isEqualTo("data: {\"code\":4408,\"reason\":\"too slow\"}");
            assertThat(raw.isEnded()).isTrue();
        }
    }

    @Test
    void keepsAClientThatAnswersWithAnEmptyPost() throws IOException {
        try (RawStream raw = open(0, "bob")) {
            LiveCalls calls = new LiveCalls(gateway.port(), raw.header("Ringside-Session"));
            raw.lineWith("connected");
            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofSeconds(25));
                raw.lineWith("event: ping");
                assertThat(calls.post("/live/send", "").statusCode()).isEqualTo(204);
                clock.advance(Duration.ofSeconds(10));
                assertThat(raw.lineWith("data: {")).contains("\"heartbeat\":{\"serverTime\"");
            }
        }
    }

    @Test
    void endsWithItsConnectionAndIsNotFoundAfterwards() throws IOException {
        RawStream raw = open(0, "bob");
        raw.lineWith("connected");
        LiveCalls calls = new LiveCalls(gateway.port(), raw.header("Ringside-Session"));
        assertThat(calls.post("/live/send", "").statusCode()).isEqualTo(204);
        raw.close();
        Eventually.holds("nobody is there", () -> metric("ringside_gateway_sockets ") == 0);
        assertThat(calls.post("/live/send", "").statusCode()).isEqualTo(404);
        assertThat(calls.delete().statusCode()).isEqualTo(404);
    }

    @Test
    void closesWhenItsClientDoes() {
        ClientSocket session = connect("alice", "[]", "{}");
        session.close();
        assertThat(session.ending()).isEqualTo(new Heard.Close(1000, ""));
        assertThat(session.transport().next()).isEqualTo(new Heard.End());
    }

    @Test
    void closesAClientThatDoesNotReadAndKeepsLittleForIt() throws Exception {
        double before = metric("ringside_gateway_closed_total{code=\"4408\"");
        try (RawStream raw = connected()) {
            String body = Told.order(1).replaceFirst("}$", ",\"text\":\"" + "x".repeat(4_000) + "\"}");
            double most = 0;
            int sent = 0;
            while (metric("ringside_gateway_closed_total{code=\"4408\"") == before) {
                flood(body, sent);
                sent += WAVE_MESSAGES;
                most = Math.max(most, metric("ringside_gateway_queue_bytes "));
                assertThat(sent).as("messages that nobody read").isLessThan(20 * WAVE_MESSAGES);
            }
            // a frame that is under way may stand above the limit
            assertThat(most).isLessThan(256 * 1024 + 64 * 1024);
            clock.advance(Duration.ofSeconds(3));
            Eventually.holds("nobody is there", () -> metric("ringside_gateway_sockets ") == 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Origin: http://evil.example | Ringside-Protocol: ringside.v1 | 403",
                "X-A: b | Ringside-Protocol: ringside.v2 | 400",
                "X-A: b | X-B: c | 400",
                "X-A: b | Ringside-Protocol: ringside.v2, ringside.v1 | 200"
            })
    void beginsOnlyForWhomASocketWouldOpen(String first, String second, int status) throws IOException {
        try (RawStream raw = RawStream.open(gateway.port(), 0, first + "\r\n" + second + "\r\n", "")) {
            assertThat(raw.status()).isEqualTo(status);
        }
    }

    @Test
    void isFoundByNobodyWithoutItsKey() {
        String unknown = "01890000-0000-8000-8000-000000000001." + "A".repeat(43);
        for (String path : new String[] {"/live/send", "/live"}) {
            String method = path.equals("/live") ? "DELETE" : "POST";
            HttpResponse<String> answer = gateway.call(method, path, null, null);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(GatewayUnderTest.json(answer.body()).get("code").getStringValue())
                    .isEqualTo("NOT_FOUND");
        }
        assertThat(new LiveCalls(gateway.port(), unknown).post("/live/send", "").statusCode())
                .isEqualTo(404);
    }

    private ClientSocket begin() {
        return ClientSocket.over(TransportKind.SSE.open(gateway.port(), Opening.PLAIN));
    }

    private ClientSocket connect(String user, String channels, String positions) {
        ClientSocket session = begin();
        session.connect(gateway.ticket(gateway.token(user)), channels, positions);
        return session;
    }

    /** Of one that reads little and nothing after this. */
    private RawStream connected() throws IOException {
        RawStream raw = open(16 * 1024, "bob");
        raw.lineWith("connected");
        return raw;
    }

    private RawStream open(int receiveBytes, String user) throws IOException {
        String connect = "{\"id\":1,\"connect\":{\"ticket\":\"" + gateway.ticket(gateway.token(user))
                + "\",\"client\":\"raw/1\",\"channels\":[\"inbox\"],\"positions\":{}}}";
        return RawStream.open(gateway.port(), receiveBytes, BROWSER, connect);
    }

    private void flood(String body, int sent) throws Exception {
        for (int i = sent + 1; i <= sent + WAVE_MESSAGES; i++) {
            Headers headers = new Headers()
                    .put("Ringside-Type", "order.updated")
                    .put("Nats-Sequence", Integer.toString(i + 1_000))
                    .put("Nats-Last-Sequence", Integer.toString(i + 999));
            gateway.nats()
                    .publish(NatsMessage.builder()
                            .subject(Subjects.liveInbox("bob"))
                            .headers(headers)
                            .data(body.getBytes(StandardCharsets.US_ASCII))
                            .build());
        }
        gateway.nats().flush(Eventually.DEADLINE);
    }

    private void notice(String user, String body) {
        try {
            gateway.nats()
                    .jetStream()
                    .publish(NatsMessage.builder()
                            .subject(Subjects.inbox(user))
                            .headers(new Headers().put("Ringside-Type", "order.updated"))
                            .data(body.getBytes(StandardCharsets.UTF_8))
                            .build());
        } catch (IOException | io.nats.client.JetStreamApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private double metric(String start) {
        return gateway.call("GET", "/prometheus", null, null)
                .body()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
