package io.ringside.gateway.conformance.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.contracts.SystemSubjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.system.SystemNotification;
import io.ringside.contracts.system.SystemSeverity;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.journey.Told;
import io.ringside.gateway.transport.ClientTransport;
import io.ringside.gateway.transport.Heard;
import io.ringside.gateway.transport.Opening;
import io.ringside.gateway.transport.TransportKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is let in at all: which versions it speaks, where it comes from, how many have come already. */
@OverEveryTransport
class OfferTest {
    /** What {@code connected} had before it named the version. */
    private static final List<String> CONNECTED_BEFORE_SYSTEM = List.of(
            "session", "node", "user", "serverTime", "expiresAt", "pingSeconds", "heartbeatSeconds", "channels");

    private static final int GREETING_PER_ADDRESS = 50;

    private final Scene scene;

    OfferTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void theFirstOfTheVersionsOfferedThatTheGatewayKnowsIsSpoken() {
        try (ClientSocket client = ClientSocket.over(begin(Opening.speaking("ringside.v2", "ringside.v1")))) {
            JsonNode connected = client.connect(scene.ticket(), "[]", "{}");
            assertThat(connected.get("protocol").getStringValue()).isEqualTo("ringside.v1");
            assertThat(client.transport().version()).isEqualTo("ringside.v1");
        }
    }

    @Test
    void whoSpeaksNoVersionThatTheGatewayKnowsIsNotLetIn() {
        assertRefused(Opening.speaking("ringside.v2", "ringside.v10"), 400, "MALFORMED");
    }

    @Test
    void aPageThatIsNotOnTheListIsNotLetIn() {
        for (String origin : List.of(
                "http://evil.example",
                "null",
                "http://localhost",
                "http://localhost.evil.example:%d",
                "http://evil.example/?http://localhost:%d",
                "https://localhost:%d",
                "http://localhost:%d.evil.example")) {
            assertRefused(Opening.PLAIN.from(origin.formatted(gateway().port())), 403, "FORBIDDEN");
        }
    }

    private void assertRefused(Opening opening, int status, String code) {
        try (ClientTransport transport = begin(opening)) {
            transport.send(connect());
            assertThat(transport.next()).isInstanceOfSatisfying(Heard.Refusal.class, refusal -> {
                assertThat(refusal.status()).isEqualTo(status);
                assertThat(refusal.retryAfter()).isNull();
                JsonNode problem = GatewayUnderTest.json(refusal.problem());
                assertThat(problem.get("status").getIntValue()).isEqualTo(status);
                assertThat(problem.get("code").getStringValue()).isEqualTo(code);
            });
        }
    }

    @Test
    void aPageOfTheGatewayItselfIsLetIn() {
        for (String origin : List.of("http://localhost:%d", "http://127.0.0.1:%d", "http://localhost:5173")) {
            Opening opening = Opening.PLAIN.from(origin.formatted(gateway().port()));
            try (ClientSocket client = ClientSocket.over(begin(opening))) {
                assertThat(client.connect(scene.ticket(), "[]", "{}")).isNotNull();
            }
        }
    }

    @Test
    void ofOneAddress50MayBeThereThatHaveNotConnected() {
        List<ClientSocket> silent = new ArrayList<>();
        for (int i = 0; i < GREETING_PER_ADDRESS; i++) {
            ClientSocket client = scene.open();
            client.send(Requests.quoted("'connect':{}"));
            assertThat(client.next().get("error")).isNotNull();
            silent.add(client);
        }
        try (ClientTransport transport = begin(Opening.PLAIN)) {
            transport.send(connect());
            assertThat(transport.next()).isInstanceOfSatisfying(Heard.Refusal.class, refusal -> {
                assertThat(refusal.status()).isEqualTo(503);
                assertThat(refusal.retryAfter()).isNotNull();
                assertThat(GatewayUnderTest.json(refusal.problem()).get("code").getStringValue())
                        .isEqualTo("UNAVAILABLE");
            });
        }
        assertThat(silent.getFirst().connect(scene.ticket(), "[]", "{}")).isNotNull();
        try (ClientSocket next = scene.connect()) {
            scene.assertServed(next);
        }
        silent.forEach(ClientSocket::close);
    }

    @Test
    void aClientFromBeforeAChannelWasAddedIsServedAsEver() throws Exception {
        try (ClientSocket older = scene.open()) {
            JsonNode connected =
                    older.connect(scene.ticket(), "[\"inbox\",\"alerts\",\"quotes.*\",\"presence\"]", "{}");
            assertThat(CONNECTED_BEFORE_SYSTEM)
                    .allSatisfy(field -> assertThat(connected.get(field)).isNotNull());
            tellEverybody();
            scene.inbox().publish(1);
            assertThat(older.push("inbox").get("data")).isEqualTo(GatewayUnderTest.json(Told.order(1)));
            String quote = scene.quote(scene.instrument(), 1);
            older.await(message -> message.get("push") != null
                    && message.get("push").get("data").equals(GatewayUnderTest.json(quote)));
            assertThat(older.ask(Requests.PING).get("result").get("pong")).isNotNull();
            assertThat(older.everythingPassedOver().stream().map(message -> message.get("push")))
                    .filteredOn(push -> push != null)
                    .allSatisfy(push ->
                            assertThat(push.get("channel").getStringValue()).isIn("presence", "quotes.*"));
        } finally {
            withdraw();
        }
    }

    private void tellEverybody() throws Exception {
        publish(new SystemNotification("n-1", SystemSeverity.INFO, "News.", scene.now(), null, null, 1, scene.now()));
    }

    /** Others are not to hear of it. */
    private void withdraw() throws Exception {
        publish(new SystemNotification(
                "n-1", SystemSeverity.INFO, "News.", scene.now(), null, scene.now(), 2, scene.now()));
        try (ClientSocket witness = scene.connect("system")) {
            JsonNode list = witness.push("system");
            if (list.get("data").get("notifications") != null) {
                witness.push("system");
            }
        }
    }

    private void publish(SystemNotification news) throws Exception {
        scene.gateways()
                .connection()
                .jetStream()
                .publish(SystemSubjects.notification(news.notificationId()), Wire.encode(news));
    }

    private byte[] connect() {
        return ("{\"id\":1," + Requests.connect(scene.ticket()) + '}').getBytes(StandardCharsets.UTF_8);
    }

    private ClientTransport begin(Opening opening) {
        return scene.begin(gateway(), opening);
    }

    private GatewayUnderTest gateway() {
        return scene.gateways().one();
    }
}
