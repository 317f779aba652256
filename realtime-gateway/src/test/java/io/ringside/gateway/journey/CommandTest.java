package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.api.MessageInfo;
import io.ringside.contracts.TraceParent;
import io.ringside.testkit.StoredMessages;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandTest {
    private static final String GOOD = """
        {"clientOrderId":"%s","account":"HARBOUR-1","instrument":"ADA-XBT","side":"BUY",\
        "orderType":"LIMIT","timeInForce":"DAY","quantity":"100","limitPrice":"0.00001"}\
        """;
    private static final String CANCEL =
            "{\"clientOrderId\":\"%s\",\"originalClientOrderId\":\"x-1\",\"account\":\"HARBOUR-1\"}";

    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        // time stands still: what a rate allows is used up, however slowly it is asked for
        gateway = GatewayUnderTest.start(
                GatewayUnderTest.standingClock(), Map.of("ringside.limits.rates.trader.order", "6000/1000"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void takesCommandsOverHttp() {
        String token = gateway.token("alice");
        HttpResponse<String> submitted = gateway.call("POST", "/api/orders", token, GOOD.formatted("http-1"));
        assertThat(submitted.statusCode()).isEqualTo(202);
        JsonNode received = GatewayUnderTest.json(submitted.body()).get("received");
        assertThat(received.get("stream").getStringValue()).isEqualTo("COMMANDS");
        assertThat(received.get("commandId").getStringValue()).isEqualTo("http-1");
        HttpResponse<String> cancelled = gateway.call("POST", "/api/orders/cancel", token, CANCEL.formatted("http-2"));
        assertThat(cancelled.statusCode()).isEqualTo(202);
        List<MessageInfo> cancels = StoredMessages.in(gateway.nats(), "COMMANDS", "cmd.order.cancel.>");
        assertThat(cancels.getLast().getHeaders().getFirst("Ringside-Type")).isEqualTo("order.cancel");
        assertThat(cancels.getLast().getHeaders().getFirst("Ringside-User")).isEqualTo("alice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amend|\"originalClientOrderId\":\"x-1\",\"quantity\":\"5\"|-",
                "amend|\"originalClientOrderId\":\"x-1\",\"limitPrice\":\"0.5\"|-",
                "amend|\"originalClientOrderId\":\"x-1\"|quantity",
                "amend|\"quantity\":\"5\"|originalClientOrderId",
                "cancel-all|\"instrument\":\"ADA-XBT\",\"side\":\"BUY\"|-",
                "cancel-all|\"side\":null|-",
                "cancel-all|\"side\":\"BOTH\"|side",
                "cancel-all|\"instrument\":\"*\"|instrument",
                "cancel-all|\"quantity\":\"5\"|quantity",
            })
    void takesAmendsAndMassCancels(String verb, String fields, String wrong) {
        String id = "m-" + Integer.toHexString((verb + fields).hashCode());
        String body = "{\"clientOrderId\":\"" + id + "\",\"account\":\"HARBOUR-1\"," + fields + "}";
        HttpResponse<String> answer = gateway.call("POST", "/api/orders/" + verb, gateway.token("alice"), body);

        if (wrong.equals("-")) {
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(StoredMessages.in(gateway.nats(), "COMMANDS", "cmd.order." + verb + ".>")
                            .getLast()
                            .getHeaders()
                            .getFirst("Ringside-Type"))
                    .isEqualTo("order." + verb);
        } else {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(GatewayUnderTest.json(answer.body()).get("field").getStringValue())
                    .isEqualTo(wrong);
        }
    }

    @Test
    void carriesTheTraceOfItsSenderOnAndBeginsOneOtherwise() {
        String token = gateway.token("alice");
        String given = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        TraceParent traced = traced(token, "traced-1", given);
        assertThat(traced.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(traced.spanId()).isNotEqualTo("00f067aa0ba902b7");
        TraceParent begun = traced(token, "traced-2", "nonsense");
        assertThat(begun.traceId()).isNotEqualTo(traced.traceId());
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            socket.ask(command(GOOD.formatted("traced-3")));
            assertThat(lastTrace().traceId()).isNotEqualTo(begun.traceId());
        }
    }

    private TraceParent traced(String token, String id, String header) {
        HttpRequest order = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/api/orders"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("traceparent", header)
                .POST(HttpRequest.BodyPublishers.ofString(GOOD.formatted(id)))
                .build();
        assertThat(gateway.send(order).statusCode()).isEqualTo(202);
        return lastTrace();
    }

    private TraceParent lastTrace() {
        MessageInfo last = StoredMessages.in(gateway.nats(), "COMMANDS", "cmd.order.submit.>")
                .getLast();
        return TraceParent.parse(last.getHeaders().getFirst("traceparent")).orElseThrow();
    }

    @Test
    void answersReceivedAgainForTheSameCommandAndStoresItOnce() {
        String token = gateway.token("alice");
        JsonNode first = post(token, GOOD.formatted("twice")).get("received");
        JsonNode second = post(token, GOOD.formatted("twice")).get("received");
        assertThat(second.get("sequence").getLongValue())
                .isEqualTo(first.get("sequence").getLongValue());
    }

    @Test
    void passesAnIdThatIsUsedForAnotherBodyOnToWhoeverDecides() {
        String token = gateway.token("alice");
        long first = post(token, GOOD.formatted("other"))
                .get("received")
                .get("sequence")
                .getLongValue();
        long second = post(token, GOOD.formatted("other").replace("\"100\"", "\"200\""))
                .get("received")
                .get("sequence")
                .getLongValue();
        assertThat(second).isGreaterThan(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quantity\":\"100\"|\"quantity\":100|quantity",
                "\"quantity\":\"100\"|\"quantity\":\"1e3\"|quantity",
                "\"quantity\":\"100\"|\"quantity\":\"-1\"|quantity",
                "\"side\":\"BUY\"|\"side\":\"HOLD\"|side",
                "\"side\":\"BUY\"|\"side\":null|side",
                "\"account\":\"HARBOUR-1\"|\"account\":\"a.b\"|account",
                "\"instrument\":\"ADA-XBT\"|\"instrument\":\"*\"|instrument",
                "\"clientOrderId\":\"bad\"|\"clientOrderId\":\"1234567890123456789012345678901234567\"|clientOrderId",
                "\"limitPrice\":\"0.00001\"|\"limitPrice\":\"NaN\"|limitPrice",
                "\"limitPrice\":\"0.00001\"|\"user\":\"bob\"|user",
            })
    void namesTheFieldAndTheRuleThatItBreaks(String from, String to, String field) {
        String body = GOOD.formatted("bad").replace(from, to);
        HttpResponse<String> answer = gateway.call("POST", "/api/orders", gateway.token("alice"), body);
        JsonNode problem = GatewayUnderTest.json(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.get("code").getStringValue()).isEqualTo("MALFORMED");
        assertThat(problem.get("field").getStringValue()).isEqualTo(field);
        assertThat(problem.get("detail").getStringValue()).startsWith(field + " ");
        assertThat(problem.get("correlationId").getStringValue())
                .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElse(""));
    }

    @Test
    void saysTheSameOnTheSocketAndTakesTheSame() {
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            JsonNode error = socket.ask(command(GOOD.formatted("bad").replace("\"100\"", "\"x\"")))
                    .get("error");
            assertThat(error.get("code").getStringValue()).isEqualTo("MALFORMED");
            assertThat(error.get("field").getStringValue()).isEqualTo("quantity");
            assertThat(error.get("temporary").getBooleanValue()).isFalse();
            JsonNode everything =
                    socket.ask("\"command\":{\"type\":\"order.cancel-all\",\"body\":{\"clientOrderId\":\"all\","
                            + "\"account\":\"HARBOUR-1\"}}");
            assertThat(everything.get("result").get("received").get("commandId").getStringValue())
                    .isEqualTo("all");
            JsonNode unknown = socket.ask("\"command\":{\"type\":\"order.dance\",\"body\":{}}");
            assertThat(unknown.get("error").get("field").getStringValue()).isEqualTo("type");
        }
    }

    @Test
    void forbidsTheAccountsOfOthers() {
        String body = GOOD.formatted("foreign");
        HttpResponse<String> answer = gateway.call("POST", "/api/orders", gateway.token("bob"), body);
        assertThat(answer.statusCode()).isEqualTo(403);
        try (ClientSocket socket = gateway.connect("bob", "[]", "{}")) {
            JsonNode error = socket.ask(command(body)).get("error");
            assertThat(error.get("code").getStringValue()).isEqualTo("FORBIDDEN");
            JsonNode refused = socket.ask("\"subscribe\":{\"channels\":[\"valuations.HARBOUR-1\"]}");
            assertThat(refused.get("error").get("code").getStringValue()).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void keepsTheOrderOfPipelinedCommands() {
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            int first = 0;
            for (int i = 0; i < 100; i++) {
                int id = socket.send(command(GOOD.formatted("pipe-" + i)));
                first = first == 0 ? id : first;
            }
            long last = 0;
            for (int i = 0; i < 100; i++) {
                int id = first + i;
                JsonNode reply = socket.await(message ->
                        message.get("id") != null && message.get("id").getIntValue() == id);
                long sequence =
                        reply.get("result").get("received").get("sequence").getLongValue();
                assertThat(sequence).isGreaterThan(last);
                last = sequence;
            }
        }
    }

    @Test
    void slowsDownAndThenClosesWhoeverSendsTooMuch() {
        try (ClientSocket socket = gateway.connect("bob", "[]", "{}")) {
            JsonNode limited = null;
            for (int i = 0; i < 200 && limited == null; i++) {
                JsonNode reply = socket.ask("\"command\":{\"type\":\"order.cancel\",\"body\":"
                        + CANCEL.formatted("c-" + i).replace("HARBOUR-1", "KESTREL-1") + "}");
                limited = reply.get("error");
            }
            assertThat(Objects.requireNonNull(limited).get("code").getStringValue())
                    .isEqualTo("RATE_LIMITED");
            assertThat(limited.get("retryAfterMs").getLongValue()).isPositive();
            for (int i = 0; i < 200; i++) {
                socket.trySend("\"command\":{\"type\":\"order.cancel\",\"body\":{}}");
            }
            assertThat(socket.closeCode()).isEqualTo(4429);
        }
        try (ClientSocket socket = gateway.connect("bob", "[]", "{}")) {
            assertThat(socket.ask(command(GOOD.formatted("own").replace("HARBOUR-1", "KESTREL-1")))
                            .get("result"))
                    .as("cancels and orders have buckets of their own")
                    .isNotNull();
        }
    }

    @Test
    void wantsTheIdempotencyKeyToBeTheIdOfTheCommand() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/api/orders"))
                .header("Authorization", "Bearer " + gateway.token("alice"))
                .header("Idempotency-Key", "another")
                .POST(HttpRequest.BodyPublishers.ofString(GOOD.formatted("key")))
                .build();
        assertThat(gateway.send(request).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        String body = "{\"clientOrderId\":\"" + "x".repeat(70_000) + "\"}";
        HttpResponse<String> answer = gateway.call("POST", "/api/orders", gateway.token("alice"), body);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(GatewayUnderTest.json(answer.body()).get("code").getStringValue())
                .isEqualTo("TOO_LARGE");
    }

    private JsonNode post(String token, String body) {
        return GatewayUnderTest.json(
                gateway.call("POST", "/api/orders", token, body).body());
    }

    private static String command(String body) {
        return "\"command\":{\"type\":\"order.submit\",\"body\":" + body + "}";
    }
}
