package io.ringside.gateway.conformance.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.transport.TransportKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How a session begins, or does not. */
@OverEveryTransport
class ConnectTest {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Scene scene;

    ConnectTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void connectedSaysWhoIsThereWhereAndUntilWhen() {
        try (ClientSocket client = scene.open()) {
            int id = client.send(Requests.connect(scene.ticket()));
            JsonNode told = client.next();
            JsonNode connected = told.get("result").get("connected");
            String session = connected.get("session").getStringValue();
            assertThat(session).matches(UUID);
            String until = connected.get("expiresAt").getStringValue();
            assertThat(Instant.parse(until))
                    .isBetween(scene.now().plusSeconds(299), scene.now().plusSeconds(300));
            Scene.assertSame(told, """
                {'id':%d,'result':{'connected':{'protocol':'ringside.v1','session':'%s','node':'one','user':'%s',\
                'serverTime':'%s','expiresAt':'%s','pingSeconds':25,'heartbeatSeconds':30,'channels':{}}}}\
                """, id, session, scene.user(), scene.now(), until);
        }
    }

    @Test
    void eachSessionHasANameOfItsOwn() {
        try (ClientSocket one = scene.open();
                ClientSocket two = scene.open()) {
            assertThat(one.connect(scene.ticket(), "[]", "{}").get("session"))
                    .isNotEqualTo(two.connect(scene.ticket(), "[]", "{}").get("session"));
        }
    }

    @Test
    void allChannelsOfConnectAreAnsweredTogether() {
        String quotes = "quotes." + scene.instrument();
        try (ClientSocket client = scene.open()) {
            client.send(Requests.connect(scene.ticket(), "inbox", quotes, "alerts", "system"));
            Map<String, String> modes = new TreeMap<>();
            client.next()
                    .get("result")
                    .get("connected")
                    .get("channels")
                    .entries()
                    .forEach(channel -> modes.put(
                            channel.getKey(), channel.getValue().get("mode").getStringValue()));
            assertThat(modes).isEqualTo(Map.of("inbox", "gap", "alerts", "gap", quotes, "live", "system", "live"));
        }
    }

    @Test
    void nothingIsToldBeforeConnected() {
        String quotes = "quotes." + scene.instrument();
        scene.quote(scene.instrument(), 1);
        scene.inbox().publish(1);
        try (ClientSocket client = scene.open()) {
            client.send(Requests.connect(scene.ticket(), quotes, "inbox"));
            assertThat(client.next().get("result").get("connected")).isNotNull();
            client.push("inbox");
            client.push(quotes);
        }
    }

    @Test
    void aRequestBehindConnectWaitsForItsAnswer() {
        try (ClientSocket client = scene.open()) {
            int connect = client.send(Requests.connect(scene.ticket(), "inbox"));
            client.send(Requests.quoted("'presence':{'idleSeconds':1}"));
            assertThat(client.next().get("id").getIntValue()).isEqualTo(connect);
            Scene.assertNext(client, "{'id':%d,'result':{'noted':{'at':'%s'}}}", connect + 1, scene.now());
        }
    }

    @Test
    void aChannelThatIsNamedTwiceTellsEverythingOnce() {
        String channel = "quotes." + scene.instrument();
        try (ClientSocket client = scene.connect(channel, channel)) {
            Scene.assertNext(client, Scene.told(channel, scene.quote(scene.instrument(), 1)));
            scene.assertServed(client);
        }
    }

    @Test
    void aTicketIsGoodOnceOnAllGateways() {
        for (GatewayUnderTest gateway :
                new GatewayUnderTest[] {scene.gateways().one(), scene.gateways().other()}) {
            String ticket = scene.ticket();
            try (ClientSocket first = scene.open();
                    ClientSocket second = scene.openAt(gateway)) {
                assertThat(first.connect(ticket, "[]", "{}")).isNotNull();
                assertRefused(second, ticket);
                scene.assertServed(first);
            }
        }
    }

    @Test
    void aTicketIsGoodFor30Seconds() {
        String soon = scene.ticket();
        String late = scene.ticket();
        scene.advance(Duration.ofSeconds(29));
        try (ClientSocket client = scene.open()) {
            assertThat(client.connect(soon, "[]", "{}")).isNotNull();
        }
        scene.advance(Duration.ofSeconds(1));
        try (ClientSocket client = scene.open()) {
            assertRefused(client, late);
        }
    }

    @Test
    void aTicketThatNobodyGaveIsRefused() {
        try (ClientSocket client = scene.open()) {
            String ticket = scene.ticket();
            assertRefused(client, (ticket.startsWith("A") ? "B" : "A") + ticket.substring(1));
        }
    }

    @Test
    void anAccessTokenIsNoTicket() {
        try (ClientSocket client = scene.open()) {
            assertRefused(client, scene.token());
        }
    }

    @Test
    void aTicketOfASignInThatEndedIsRefused() {
        String ticket = scene.ticket();
        scene.gateways().one().call("DELETE", "/api/v1/session", scene.token(), null);
        try (ClientSocket client = scene.open()) {
            assertRefused(client, ticket);
        }
    }

    private void assertRefused(ClientSocket client, String ticket) {
        int id = client.send(Requests.connect(ticket));
        Scene.assertNext(client, """
            {'id':%d,'error':{'code':'UNAUTHENTICATED','message':'The ticket is not good.','temporary':false}}""", id);
        scene.assertClosed(client, 4401, "expired");
    }

    @Test
    void aChannelThatThereIsNotEndsConnect() {
        try (ClientSocket client = scene.open()) {
            int id = client.send(Requests.connect(scene.ticket(), "inbox", "nowhere"));
            Scene.assertNext(client, """
                {'id':%d,'error':{'code':'NOT_FOUND','message':'There is no channel nowhere.','temporary':false,\
                'field':'channels'}}""", id);
            scene.assertClosed(client, 4501, "There is no channel nowhere.");
        }
    }

    @Test
    void aChannelOfSomebodyElseEndsConnect() {
        try (ClientSocket client = scene.open()) {
            int id = client.send(Requests.connect(scene.ticket(), "valuations.HARBOUR-1"));
            Scene.assertNext(client, """
                {'id':%d,'error':{'code':'FORBIDDEN','message':'The account is not yours.','temporary':false,\
                'field':'channels'}}""", id);
            scene.assertClosed(client, 4503, "The account is not yours.");
        }
    }

    @Test
    void connectCostsItsTicketWhateverBecomesOfIt() {
        String ticket = scene.ticket();
        try (ClientSocket client = scene.open();
                ClientSocket again = scene.open()) {
            client.send(Requests.connect(ticket, "nowhere"));
            assertThat(client.closeCode()).isEqualTo(4501);
            assertRefused(again, ticket);
        }
    }

    @Test
    void whoAsksForSomethingBeforeConnectIsClosed() {
        try (ClientSocket client = scene.open()) {
            client.send(Requests.PING);
            scene.assertClosed(client, 4501, "the first request must be connect");
        }
    }

    @Test
    void whoConnectsAgainIsClosed() {
        try (ClientSocket client = scene.connect()) {
            client.send(Requests.connect(scene.ticket()));
            scene.assertClosed(client, 4501, "connected already");
        }
    }

    @Test
    void whoDoesNotSucceedWithConnectInFiveSecondsIsClosed() {
        try (ClientSocket client = scene.open()) {
            client.send(Requests.quoted("'connect':{}"));
            assertThat(client.next().get("error")).isNotNull();
            scene.advance(Duration.ofMillis(5_001));
            scene.assertClosed(client, 4408, "no connect in time");
        }
    }
}
