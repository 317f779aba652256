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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Commands about orders on their way to JetStream. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandTest {
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
        HttpResponse<String> submitted = gateway.call("POST", "/api/orders", token, OrderText.order("http-1"));
        assertThat(submitted.statusCode()).isEqualTo(202);
        JsonNode received = GatewayUnderTest.json(submitted.body()).get("received");
        assertThat(received.get("stream").getStringValue()).isEqualTo("COMMANDS");
        assertThat(received.get("commandId").getStringValue()).isEqualTo("http-1");
        HttpResponse<String> cancelled = gateway.call("POST", "/api/orders/cancel", token, OrderText.cancel("http-2"));
        assertThat(cancelled.statusCode()).isEqualTo(202);
        List<MessageInfo> cancels = StoredMessages.in(gateway.nats(), "COMMANDS", "cmd.order.cancel.>");
        assertThat(cancels.getLast().getHeaders().getFirst("Ringside-Type")).isEqualTo("order.cancel");
        assertThat(cancels.getLast().getHeaders().getFirst("Ringside-User")).isEqualTo("alice");
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
            socket.ask(OrderText.submitted(OrderText.order("traced-3")));
            assertThat(lastTrace().traceId()).isNotEqualTo(begun.traceId());
        }
    }

    private TraceParent traced(String token, String id, String header) {
        HttpRequest order = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/api/orders"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("traceparent", header)
                .POST(HttpRequest.BodyPublishers.ofString(OrderText.order(id)))
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
        JsonNode first = post(token, OrderText.order("twice")).get("received");
        JsonNode second = post(token, OrderText.order("twice")).get("received");
        assertThat(second.get("sequence").getLongValue())
                .isEqualTo(first.get("sequence").getLongValue());
    }

    @Test
    void passesAnIdThatIsUsedForAnotherBodyOnToWhoeverDecides() {
        String token = gateway.token("alice");
        long first = post(token, OrderText.order("other"))
                .get("received")
                .get("sequence")
                .getLongValue();
        long second = post(token, OrderText.order("other").replace("\"100\"", "\"200\""))
                .get("received")
                .get("sequence")
                .getLongValue();
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void forbidsTheAccountsOfOthers() {
        String body = OrderText.order("foreign");
        HttpResponse<String> answer = gateway.call("POST", "/api/orders", gateway.token("bob"), body);
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private JsonNode post(String token, String body) {
        return GatewayUnderTest.json(
                gateway.call("POST", "/api/orders", token, body).body());
    }
}
