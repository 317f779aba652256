package io.ringside.gateway.conformance.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.transport.TransportKind;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** How much a user may ask for. Time stands still: what a rate allows is used up, however slowly it is asked for. */
@OverEveryTransport
class RateTest {
    private static final String TOO_MANY_REQUESTS = "Too many requests.";
    private static final String TOO_MANY_COMMANDS = "Too many commands.";

    private final Scene scene;

    RateTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void twentySubscriptionsMayComeAtOnceAndTenASecond() {
        assertLimit(20, 100, TOO_MANY_REQUESTS, i -> Requests.subscribe("inbox"));
    }

    @Test
    void twoRefreshesMayComeAtOnceAndTwoAMinute() {
        assertLimit(2, 30_000, TOO_MANY_REQUESTS, i -> Requests.refresh(scene.ticket()));
    }

    @Test
    void twentySignsOfInputMayComeAtOnceAndOneIn5Seconds() {
        assertLimit(20, 5_000, TOO_MANY_REQUESTS, i -> Requests.quoted("'presence':{'idleSeconds':1}"));
    }

    @Test
    void aHundredOtherRequestsMayComeAtOnceAndFiftyASecond() {
        assertLimit(100, 20, TOO_MANY_REQUESTS, i -> Requests.PING);
    }

    @Test
    void aRequestWithAWrongFieldCostsAsMuch() {
        try (ClientSocket client = scene.connect()) {
            for (int i = 0; i < 100; i++) {
                assertCode(client.ask(Requests.resync("Inbox", "null")), "MALFORMED");
            }
            assertLimited(client, Requests.resync("Inbox", "null"), 20, TOO_MANY_REQUESTS);
        }
    }

    @Test
    void fortyOrdersMayComeAtOnceAndTwentyASecond() {
        assertLimit(40, 50, TOO_MANY_COMMANDS, i -> Requests.order("c-" + i, scene.user()));
    }

    @Test
    void aHundredCancelsMayComeAtOnceAndFiftyASecond() {
        assertLimit(100, 20, TOO_MANY_COMMANDS, i -> Requests.cancel("c-" + i, scene.user()));
    }

    @Test
    void tenRequestsForQuotesMayComeAtOnceAndFiveASecond() {
        assertLimit(
                10,
                200,
                TOO_MANY_COMMANDS,
                i -> Requests.command(
                        "rfq.request",
                        "{'clientRfqId':'c-%d','account':'%s','instrument':'CA','side':'BUY','quantity':'1',"
                                        .formatted(i, scene.user())
                                + "'lifeSeconds':60}"));
    }

    private void assertLimit(int burst, long waitMs, String message, IntFunction<String> request) {
        try (ClientSocket client = scene.connect()) {
            for (int i = 0; i < burst; i++) {
                JsonNode reply = client.ask(request.apply(i));
                assertThat(reply.get("result"))
                        .as("%d: %s", i, reply.get("error"))
                        .isNotNull();
            }
            assertLimited(client, request.apply(burst), waitMs, message);
            scene.advance(Duration.ofMillis(waitMs));
            assertThat(client.ask(request.apply(burst)).get("result"))
                    .as("one more by then")
                    .isNotNull();
            assertLimited(client, request.apply(burst + 1), waitMs, message);
        }
    }

    private static void assertLimited(ClientSocket client, String request, long waitMs, String message) {
        int id = client.send(request);
        Scene.assertSame(
                client.await(reply -> reply.get("id") != null && reply.get("id").getIntValue() == id),
                "{'id':%d,'error':{'code':'RATE_LIMITED','message':'%s','temporary':true,'retryAfterMs':%d}}",
                id,
                message,
                waitMs);
    }

    @Test
    void ordersKeepNobodyFromCancelling() {
        try (ClientSocket client = scene.connect()) {
            useUpOrders(client);
            assertThat(client.ask(Requests.cancel("x", scene.user())).get("result"))
                    .isNotNull();
        }
    }

    @Test
    void aLimitIsTheUsersWhateverTheSession() {
        try (ClientSocket one = scene.connect();
                ClientSocket other = scene.connect()) {
            useUpOrders(one);
            assertLimited(other, Requests.order("x", scene.user()), 50, TOO_MANY_COMMANDS);
        }
    }

    @Test
    void aLimitIsNobodyElses() {
        Scene another = scene.ofSomebodyElse();
        try (ClientSocket one = scene.connect();
                ClientSocket other = another.connect()) {
            useUpOrders(one);
            assertThat(other.ask(Requests.order("x", another.user())).get("result"))
                    .isNotNull();
        }
    }

    @Test
    void whoGoesOnUntilTheThirdBreachIsClosedAndMayComeBackLater() {
        try (ClientSocket client = scene.connect()) {
            useUpOrders(client);
            for (int i = 0; i < 3; i++) {
                assertLimited(client, Requests.order("x", scene.user()), 50, TOO_MANY_COMMANDS);
            }
            scene.assertClosed(client, 4429, "rate limits breached", ",'retryAfterMs':10000");
        }
    }

    @Test
    void breachesOfAllLimitsCountTogether() {
        try (ClientSocket client = scene.connect()) {
            useUpOrders(client);
            client.ask(Requests.refresh("a.b"));
            client.ask(Requests.refresh("a.b"));
            assertLimited(client, Requests.order("x", scene.user()), 50, TOO_MANY_COMMANDS);
            assertLimited(client, Requests.refresh("a.b"), 30_000, TOO_MANY_REQUESTS);
            assertLimited(client, Requests.order("x", scene.user()), 50, TOO_MANY_COMMANDS);
            scene.assertClosed(client, 4429, "rate limits breached", ",'retryAfterMs':10000");
        }
    }

    @Test
    void threeBreachesInTenSecondsAndMoreCloseNobody() {
        try (ClientSocket client = scene.connect()) {
            client.ask(Requests.refresh("a.b"));
            client.ask(Requests.refresh("a.b"));
            assertLimited(client, Requests.refresh("a.b"), 30_000, TOO_MANY_REQUESTS);
            scene.advance(Duration.ofSeconds(5));
            assertLimited(client, Requests.refresh("a.b"), 25_000, TOO_MANY_REQUESTS);
            scene.advance(Duration.ofSeconds(5));
            assertLimited(client, Requests.refresh("a.b"), 20_000, TOO_MANY_REQUESTS);
            scene.assertServed(client);
        }
    }

    private void useUpOrders(ClientSocket client) {
        for (int i = 0; i < 40; i++) {
            assertCode(client.ask(Requests.command("order.submit", "{}")), "MALFORMED");
        }
    }

    private static void assertCode(JsonNode reply, String code) {
        assertThat(reply.get("error").get("code").getStringValue()).isEqualTo(code);
    }
}
