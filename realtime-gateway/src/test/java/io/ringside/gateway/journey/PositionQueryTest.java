package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.Connection;
import io.ringside.contracts.Wire;
import io.ringside.contracts.position.PositionQuery;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.Floor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Positions are what the function that books them says, over HTTP and on sockets; this test answers in its place. */
class PositionQueryTest {
    private static final String COPPER = """
        {"account":"HARBOUR-1","instrument":"CA","currency":"USD","quantity":"10","averagePrice":"9000.0000",\
        "realised":"12.50","unrealised":"2500.00","mark":"9010.00","stale":false,"version":4,\
        "at":"2026-11-21T09:00:00Z"}""";
    private static final String CARDANO = """
        {"account":"HARBOUR-1","instrument":"ADA-XBT","currency":"XBT","quantity":"-100",\
        "averagePrice":"0.00001000000","realised":"0.00000000","stale":true,"version":2,"at":"2026-11-21T09:00:00Z"}""";
    private static final String FLAT = """
        {"account":"HARBOUR-2","instrument":"CA","currency":"USD","quantity":"0","realised":"-7.00",\
        "unrealised":"0.00","stale":false,"version":9,"at":"2026-11-21T09:00:00Z"}""";
    private static final Map<String, String> BOOK = Map.of(
            "HARBOUR-1", "{\"positions\":[" + CARDANO + ',' + COPPER + "]}",
            "HARBOUR-2", "{\"positions\":[" + FLAT + "]}",
            "KESTREL-1", "{\"positions\":[]}");

    private GatewayUnderTest gateway;
    private final AtomicInteger questions = new AtomicInteger();
    private volatile Map<String, String> answers = Map.of();
    private @Nullable Connection function;

    @BeforeEach
    void start() {
        // time stands still: who is left alone for a while is left alone to the end
        gateway = GatewayUnderTest.start(GatewayUnderTest.standingClock(), Map.of("ringside.nats.patience", "5s"));
    }

    @AfterEach
    void stop() throws Exception {
        if (function != null) {
            function.close();
        }
        gateway.close();
    }

    @Test
    void tellsTheAnswersOfTheFunctionAccountByAccount() throws Exception {
        answer(BOOK);
        assertThat(get("alice", "").body()).isEqualTo("{\"positions\":[" + CARDANO + ',' + COPPER + ',' + FLAT + "]}");
        assertThat(get("alice", "?account=HARBOUR-2").body()).isEqualTo("{\"positions\":[" + FLAT + "]}");
        assertThat(get("bob", "").body()).isEqualTo("{\"positions\":[]}");
    }

    @Test
    void beginsTheFeedOfASocketWithTheSameAnswers() throws Exception {
        answer(BOOK);
        JsonNode told =
                GatewayUnderTest.json(get("alice", "?account=HARBOUR-1").body()).get("positions");
        try (ClientSocket socket = gateway.connect("alice", "[\"valuations.HARBOUR-1\"]", "{}")) {
            List<JsonNode> pushed = new ArrayList<>();
            pushed.add(socket.push("valuations.HARBOUR-1").get("data"));
            pushed.add(socket.push("valuations.HARBOUR-1").get("data"));
            assertThat(pushed).containsExactly(told.get(0), told.get(1));
            String live = COPPER.replace("9010.00", "9011.00").replace("2500.00", "2750.00");
            gateway.nats().publish("valuation.HARBOUR-1", live.getBytes(StandardCharsets.UTF_8));
            assertThat(socket.push("valuations.HARBOUR-1").get("data")).isEqualTo(GatewayUnderTest.json(live));
        }
    }

    @Test
    void saysWhenToAskAgainWhenNobodyAnswers() throws Exception {
        assertAskAgain(get("alice", ""));
        answer(Map.of());
        assertAskAgain(get("alice", ""));
        answer(Map.of("HARBOUR-1", BOOK.get("HARBOUR-1"), "HARBOUR-2", "{\"positions\":["));
        assertAskAgain(get("alice", ""));
        answer(BOOK);
        assertThat(get("alice", "").statusCode()).isEqualTo(200);
        assertThat(unanswered()).isEqualTo(3);
    }

    @Test
    void asksNobodyForAWhileAfterFiveFailures() throws Exception {
        String token = gateway.token("bob");
        answer(Map.of("KESTREL-1", "no list"));
        for (int i = 0; i < 5; i++) {
            assertAskAgain(gateway.call("GET", "/api/positions", token, null));
        }
        answers = BOOK;
        assertAskAgain(gateway.call("GET", "/api/positions", token, null));
        assertThat(questions).hasValue(5);
    }

    private HttpResponse<String> get(String user, String query) {
        return gateway.call("GET", "/api/positions" + query, gateway.token(user), null);
    }

    private static void assertAskAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        JsonNode problem = GatewayUnderTest.json(answer.body());
        assertThat(problem.get("code").getStringValue()).isEqualTo("UNAVAILABLE");
        assertThat(problem.get("retryAfterMs").getLongValue()).isEqualTo(2_000);
    }

    /** From now on questions for these accounts are answered so, and others not at all. */
    private void answer(Map<String, String> byAccount) throws Exception {
        answers = byAccount;
        if (function != null) {
            return;
        }
        Connection connection = Floor.shared().connect();
        function = connection;
        connection
                .createDispatcher(question -> {
                    questions.incrementAndGet();
                    String answer = answers.get(account(question.getData()));
                    if (answer != null) {
                        connection.publish(question.getReplyTo(), answer.getBytes(StandardCharsets.UTF_8));
                    }
                })
                .subscribe("qry.position.list");
        connection.flush(Eventually.DEADLINE);
    }

    private static String account(byte[] question) {
        try {
            return Wire.decode(question, PositionQuery.class).account();
        } catch (Wire.UndecodableException e) {
            throw new IllegalStateException(e);
        }
    }

    private double unanswered() {
        return gateway.call("GET", "/prometheus", null, null)
                .body()
                .lines()
                .filter(line -> line.startsWith("ringside_gateway_positions_unanswered_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
