package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import io.ringside.testkit.StoredMessages;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HappyPathTest {
    private static final String ORDER = """
        {"clientOrderId":"%s","account":"HARBOUR-1","instrument":"ADA-XBT","side":"BUY",\
        "orderType":"MARKET","timeInForce":"IOC","quantity":"100"}\
        """;
    private static final String QUOTE = """
        {"instrument":"ADA-XBT","bid":"0.000010000","ask":"0.000010100","sequence":%d,"stale":false,\
        "sourceAt":"2026-11-21T09:00:00Z","at":"2026-11-21T09:00:00Z","source":"test"}\
        """;

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
    void signsInAndSaysWhoTheUserIs() {
        JsonNode session = gateway.signIn("alice");
        assertThat(session.get("user").get("accounts").size()).isEqualTo(2);
        assertThat(session.get("refreshToken").getStringValue()).hasSize(43);
    }

    @Test
    void sendsTheLastQuoteAndThenLiveOnes() throws Exception {
        gateway.nats().jetStream().publish("quote.ADA-XBT", QUOTE.formatted(1).getBytes(StandardCharsets.UTF_8));
        try (ClientSocket socket = gateway.connect("alice", "[\"quotes.ADA-XBT\"]", "{}")) {
            assertThat(sequence(socket.push("quotes.ADA-XBT"))).isEqualTo(1);
            gateway.nats().publish("quote.ADA-XBT", QUOTE.formatted(2).getBytes(StandardCharsets.UTF_8));
            assertThat(sequence(socket.push("quotes.ADA-XBT"))).isEqualTo(2);
        }
    }

    @Test
    void answersReceivedOnceJetStreamHasTheCommand() throws Exception {
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            JsonNode reply =
                    socket.ask("\"command\":{\"type\":\"order.submit\",\"body\":" + ORDER.formatted("happy-1") + "}");
            long sequence = reply.get("result").get("received").get("sequence").getLongValue();
            List<MessageInfo> stored = StoredMessages.in(gateway.nats(), "COMMANDS", "cmd.order.submit.>");
            MessageInfo last = stored.getLast();
            assertThat(last.getSubject()).isEqualTo(Subjects.orderCommand("submit", "HARBOUR-1"));
            assertThat(last.getHeaders().getFirst("Nats-Msg-Id")).startsWith("HARBOUR-1/happy-1/");
            assertThat(new String(last.getData(), StandardCharsets.UTF_8)).contains("\"user\":\"alice\"");
            assertThat(sequence).isPositive();
        }
    }

    @Test
    void pushesNoticesOfTheUser() {
        try (ClientSocket socket = gateway.connect("bob", "[\"inbox\"]", "{}")) {
            notice("bob", Told.order(1));
            JsonNode push = socket.push("inbox");
            assertThat(push.get("type").getStringValue()).isEqualTo("order.updated");
            assertThat(Told.numberOf(push)).isEqualTo(1);
            notice("bob", Told.order(2));
            JsonNode next = socket.push("inbox");
            assertThat(next.get("previous").getLongValue())
                    .isEqualTo(push.get("sequence").getLongValue());
        }
    }

    @Test
    void listsInstruments() {
        HttpResponse<String> answer = gateway.call("GET", "/api/instruments", gateway.token("alice"), null);
        assertThat(answer.body())
                .contains("\"id\":\"ADA-XBT\"", "\"priceTick\":\"0.000000010\"", "\"contractSize\":\"25\"");
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
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long sequence(JsonNode push) {
        return push.get("data").get("sequence").getLongValue();
    }
}
