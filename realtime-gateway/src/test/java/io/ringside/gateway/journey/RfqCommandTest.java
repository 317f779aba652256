package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.api.MessageInfo;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.testkit.HandMovedClock;
import io.ringside.testkit.StoredMessages;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RfqCommandTest {
    private static final String RFQ = "b4e2f0aa-9d53-8c11-a1b2-0f3344556677";
    private static final String REQUEST = """
        {"clientRfqId":"%s","account":"HARBOUR-1","instrument":"CA","side":"BUY","quantity":"5",\
        "counterparties":["bob"],"lifeSeconds":120}\
        """;
    private static final String QUOTE = """
        {"clientQuoteId":"%s","rfqId":"b4e2f0aa-9d53-8c11-a1b2-0f3344556677","account":"HARBOUR-1",\
        "instrument":"CA","side":"SELL","quantity":"5","price":"9431.50"}\
        """;
    private static final String ACCEPT = """
        {"clientResponseId":"%s","rfqId":"b4e2f0aa-9d53-8c11-a1b2-0f3344556677","account":"HARBOUR-1",\
        "quoteId":"01990000-0000-7000-8000-000000000002","version":2,"instrument":"CA","side":"BUY",\
        "quantity":"5","price":"9431.50"}\
        """;
    private static final String RESPONSE = """
        {"clientResponseId":"%s","rfqId":"b4e2f0aa-9d53-8c11-a1b2-0f3344556677","account":"HARBOUR-1"}\
        """;

    private final HandMovedClock clock = GatewayUnderTest.standingClock();
    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(clock, Map.of("ringside.limits.rates.trader.rfq", "6000/1000"));
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void takesARequestAndNamesTheIdThatFollowsFromItsOwn() {
        String rfqId = Rfq.idOf("HARBOUR-1", "r-http");
        JsonNode received = receivedOverHttp("", REQUEST.formatted("r-http"));
        assertThat(received.get("commandId").getStringValue()).isEqualTo("r-http");
        assertThat(received.get("rfqId").getStringValue()).isEqualTo(rfqId);
        MessageInfo stored = lastOf("request");
        assertThat(stored.getSubject()).isEqualTo(Subjects.rfqCommand("request", rfqId));
        assertThat(stored.getHeaders().getFirst("Ringside-Type")).isEqualTo("rfq.request");
        assertThat(stored.getHeaders().getFirst("Ringside-User")).isEqualTo("alice");
        assertThat(stored.getHeaders().getFirst("Nats-Msg-Id")).startsWith("HARBOUR-1/r-http/");
        assertThat(body(stored)).isEqualTo("""
            {"clientRfqId":"r-http","account":"HARBOUR-1","user":"alice","instrument":"CA","side":"BUY",\
            "quantity":"5","counterparties":["bob"],"lifeSeconds":120}\
            """);
    }

    @Test
    void asksEverybodyWhenNobodyIsNamed() {
        receivedOverHttp("", REQUEST.formatted("r-all").replace("\"counterparties\":[\"bob\"],", ""));
        assertThat(body(lastOf("request"))).doesNotContain("counterparties");
    }

    @ParameterizedTest
    @CsvSource({"quote,clientQuoteId", "accept,clientResponseId", "pass,clientResponseId", "cancel,clientResponseId"})
    void takesAnAnswerOverHttpAndOverTheSocketToTheSubjectOfItsRequest(String verb, String idField) {
        JsonNode overHttp = receivedOverHttp("/" + verb, answer(verb, verb + "-http"));
        assertThat(overHttp.get("commandId").getStringValue()).isEqualTo(verb + "-http");
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            JsonNode received = socket.ask(command("rfq." + verb, answer(verb, verb + "-ws")))
                    .get("result")
                    .get("received");
            assertThat(received.get("commandId").getStringValue()).isEqualTo(verb + "-ws");
            assertThat(received.get("rfqId").getStringValue()).isEqualTo(RFQ);
            assertThat(received.get("sequence").getLongValue())
                    .isGreaterThan(overHttp.get("sequence").getLongValue());
        }
        MessageInfo stored = lastOf(verb);
        assertThat(stored.getSubject()).isEqualTo(Subjects.rfqCommand(verb, RFQ));
        assertThat(stored.getHeaders().getFirst("Ringside-Type")).isEqualTo("rfq." + verb);
        JsonNode sent = GatewayUnderTest.json(body(stored));
        assertThat(sent.get(idField).getStringValue()).isEqualTo(verb + "-ws");
        assertThat(sent.get("user").getStringValue()).isEqualTo("alice");
    }

    @Test
    void storesOneIdTwiceWhereItWasUsedForTwoThings() {
        JsonNode passed = receivedOverHttp("/pass", RESPONSE.formatted("two-things"));
        JsonNode cancelled = receivedOverHttp("/cancel", RESPONSE.formatted("two-things"));
        JsonNode passedAgain = receivedOverHttp("/pass", RESPONSE.formatted("two-things"));
        assertThat(cancelled.get("sequence").getLongValue())
                .isGreaterThan(passed.get("sequence").getLongValue());
        assertThat(passedAgain.get("sequence").getLongValue())
                .isEqualTo(passed.get("sequence").getLongValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|\"clientRfqId\":\"bad\"|\"clientRfqId\":\"a.b\"|clientRfqId",
                "|\"quantity\":\"5\"|\"quantity\":5|quantity",
                "|\"side\":\"BUY\"|\"side\":\"BOTH\"|side",
                "|\"lifeSeconds\":120|\"lifeSeconds\":4|lifeSeconds",
                "|\"lifeSeconds\":120|\"lifeSeconds\":1801|lifeSeconds",
                "|\"lifeSeconds\":120|\"lifeSeconds\":60.5|lifeSeconds",
                "|\"lifeSeconds\":120|\"lifeSeconds\":\"60\"|lifeSeconds",
                "|[\"bob\"]|\"bob\"|counterparties",
                "|[\"bob\"]|[\"bob\",\"bob\"]|counterparties",
                "|[\"bob\"]|[\"a b\"]|counterparties",
                "|\"lifeSeconds\":120|\"lifeSeconds\":120,\"rfqId\":\"" + RFQ + "\"|rfqId",
                "|\"lifeSeconds\":120|\"lifeSeconds\":120,\"user\":\"bob\"|user",
                "/quote|\"rfqId\":\"b4e2f0aa|\"rfqId\":\"B4E2F0AA|rfqId",
                "/quote|\"price\":\"9431.50\"|\"price\":\"-1\"|price",
                "/quote|,\"price\":\"9431.50\"||price",
                "/accept|01990000-0000-7000-8000-000000000002|q-1|quoteId",
                "/accept|\"version\":2|\"version\":0|version",
                "/accept|\"version\":2|\"version\":1001|version",
                "/pass|" + RFQ + "|r-1|rfqId",
                "/cancel|\"clientResponseId\"|\"clientOrderId\"|clientResponseId",
            })
    void namesTheFieldThatBreaksARule(@Nullable String path, String from, @Nullable String to, String field) {
        String verb = path == null ? "request" : path.substring(1);
        String body = answer(verb, "bad").replace(from, to == null ? "" : to);
        HttpResponse<String> refused =
                gateway.call("POST", "/api/rfqs" + (path == null ? "" : path), gateway.token("alice"), body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(refused.body()).get("field").getStringValue())
                .isEqualTo(field);
    }

    @Test
    void refusesMoreCounterpartiesThanOneRequestMayName() {
        String names = "[" + "\"u\",".repeat(Rfq.COUNTERPARTIES_MAX) + "\"u\"]";
        HttpResponse<String> refused = gateway.call(
                "POST",
                "/api/rfqs",
                gateway.token("alice"),
                REQUEST.formatted("many").replace("[\"bob\"]", names));
        assertThat(GatewayUnderTest.json(refused.body()).get("detail").getStringValue())
                .isEqualTo("counterparties may have at most 100 entries");
    }

    @ParameterizedTest
    @CsvSource({"request", "quote", "accept", "pass", "cancel"})
    void forbidsTheAccountsOfOthers(String verb) {
        String path = "/api/rfqs" + (verb.equals("request") ? "" : "/" + verb);
        HttpResponse<String> refused = gateway.call("POST", path, gateway.token("bob"), answer(verb, "foreign"));
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void wantsTheIdempotencyKeyToBeTheIdOfTheCommand() {
        assertThat(keyed("/pass", RESPONSE, "k-1").statusCode()).isEqualTo(202);
        assertThat(keyed("/pass", RESPONSE, "k-2").statusCode()).isEqualTo(202);
        HttpResponse<String> refused = keyed("/quote", QUOTE.replace("%s", "other-%s"), "k-3");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(refused.body()).get("field").getStringValue())
                .isEqualTo("clientQuoteId");
    }

    @Test
    void letsWhoeverAskedTooMuchStillDealAndCancel() {
        try (GatewayUnderTest strict = GatewayUnderTest.startOn(gateway.database(), clock, Map.of());
                ClientSocket socket = strict.connect("alice", "[]", "{}")) {
            for (int i = 0; i < 5; i++) {
                assertThat(socket.ask(command("rfq.request", REQUEST.formatted("l-" + i)))
                                .get("result"))
                        .isNotNull();
                assertThat(socket.ask(command("rfq.quote", QUOTE.formatted("lq-" + i)))
                                .get("result"))
                        .isNotNull();
            }
            JsonNode limited =
                    socket.ask(command("rfq.request", REQUEST.formatted("l-5"))).get("error");
            assertThat(limited.get("code").getStringValue()).isEqualTo("RATE_LIMITED");
            assertThat(limited.get("retryAfterMs").getLongValue()).isEqualTo(200);
            for (String verb : List.of("accept", "pass", "cancel")) {
                assertThat(socket.ask(command("rfq." + verb, answer(verb, "l-" + verb)))
                                .get("result"))
                        .as(verb)
                        .isNotNull();
            }
        }
    }

    private HttpResponse<String> keyed(String path, String body, String key) {
        return gateway.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/api/rfqs" + path))
                        .header("Authorization", "Bearer " + gateway.token("alice"))
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body.formatted(key)))
                        .build());
    }

    private JsonNode receivedOverHttp(String path, String body) {
        HttpResponse<String> answer = gateway.call("POST", "/api/rfqs" + path, gateway.token("alice"), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return GatewayUnderTest.json(answer.body()).get("received");
    }

    private MessageInfo lastOf(String verb) {
        return StoredMessages.in(gateway.nats(), "COMMANDS", "cmd.rfq." + verb + ".>")
                .getLast();
    }

    private static String body(MessageInfo stored) {
        return new String(stored.getData(), StandardCharsets.UTF_8);
    }

    private static String answer(String verb, String id) {
        String body =
                switch (verb) {
                    case "request" -> REQUEST;
                    case "quote" -> QUOTE;
                    case "accept" -> ACCEPT;
                    default -> RESPONSE;
                };
        return body.formatted(id);
    }

    private static String command(String type, String body) {
        return "\"command\":{\"type\":\"" + type + "\",\"body\":" + body + "}";
    }
}
