package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.testkit.StoredMessages;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which commands about orders are well formed, and what is said of the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandFormTest {
    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of("ringside.limits.rates.trader.order", "6000/1000"));
    }

    @AfterAll
    void stop() {
        gateway.close();
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
        String body = OrderText.order("bad").replace(from, to);
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
    void saysTheSameOnTheSocketAndTakesTheSame() {
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            JsonNode error = socket.ask(
                            OrderText.submitted(OrderText.order("bad").replace("\"100\"", "\"x\"")))
                    .get("error");
            assertThat(error.get("code").getStringValue()).isEqualTo("MALFORMED");
            assertThat(error.get("field").getStringValue()).isEqualTo("quantity");
            assertThat(error.get("temporary").getBooleanValue()).isFalse();
            JsonNode everything = socket.ask(
                    OrderText.command("order.cancel-all", "{\"clientOrderId\":\"all\",\"account\":\"HARBOUR-1\"}"));
            assertThat(everything.get("result").get("received").get("commandId").getStringValue())
                    .isEqualTo("all");
            JsonNode unknown = socket.ask(OrderText.command("order.dance", "{}"));
            assertThat(unknown.get("error").get("field").getStringValue()).isEqualTo("type");
        }
    }

    @Test
    void wantsTheIdempotencyKeyToBeTheIdOfTheCommand() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/api/orders"))
                .header("Authorization", "Bearer " + gateway.token("alice"))
                .header("Idempotency-Key", "another")
                .POST(HttpRequest.BodyPublishers.ofString(OrderText.order("key")))
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
}
