package io.ringside.gateway.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.Told;
import io.ringside.gateway.transport.TransportKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long a session lasts, and what a refresh gives and takes. */
@OverEveryTransport
class SessionEndTest {
    private static final String BAD_TICKET =
            "{'code':'UNAUTHENTICATED','message':'The ticket is not good.','temporary':false}";

    private final Scene scene;

    SessionEndTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void aClientIsToldOnce30SecondsAheadThatItsSessionEnds() {
        try (ClientSocket client = scene.open()) {
            String end =
                    client.connect(scene.ticket(), "[]", "{}").get("expiresAt").getStringValue();
            scene.gateways().clock().moveTo(Instant.parse(end).minusSeconds(30));
            Scene.assertNext(client, "{'refreshRequired':{'expiresAt':'%s'}}", end);
            // it is looked after again and again meanwhile
            assertThat(client.next().get("heartbeat")).isNotNull();
            scene.assertServed(client);
        }
    }

    @Test
    void aSessionThatIsNotRefreshedEnds() {
        try (ClientSocket client = scene.open()) {
            String end =
                    client.connect(scene.ticket(), "[]", "{}").get("expiresAt").getStringValue();
            scene.gateways().clock().moveTo(Instant.parse(end));
            scene.assertClosed(client, 4401, "expired");
        }
    }

    @Test
    void aRefreshSaysHowLongTheSessionLastsNow() {
        try (ClientSocket client = scene.connect()) {
            scene.advance(Duration.ofMinutes(2));
            JsonNode told = client.ask(Requests.refresh(scene.ticket()));
            JsonNode refreshed = told.get("result").get("refreshed");
            Instant end = Instant.parse(refreshed.get("expiresAt").getStringValue());
            assertThat(end).isBetween(scene.now().plusSeconds(299), scene.now().plusSeconds(300));
            Scene.assertSame(refreshed, "{'expiresAt':'%s'}", end);
        }
    }

    @Test
    void aRefreshedSessionLastsUntilItsNewEndAndIsToldOfThat() {
        try (ClientSocket client = scene.connect()) {
            scene.advance(Duration.ofMinutes(4));
            assertTold(client, "refreshRequired", false);
            String end = refreshed(client).get("expiresAt").getStringValue();
            scene.advance(Duration.ofMinutes(4));
            assertThat(client.ask(Requests.PING).get("result")).isNotNull();
            scene.gateways().clock().moveTo(Instant.parse(end).minusSeconds(30));
            Scene.assertSame(
                    client.await(message -> message.get("refreshRequired") != null),
                    "{'refreshRequired':{'expiresAt':'%s'}}",
                    end);
            scene.gateways().clock().moveTo(Instant.parse(end));
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    /** What is due is told with what is asked for next, at the latest. */
    private static void assertTold(ClientSocket client, String kind, boolean told) {
        client.ask(Requests.PING);
        assertThat(client.everythingPassedOver().stream().anyMatch(message -> message.get(kind) != null))
                .isEqualTo(told);
    }

    @Test
    void aTicketOfAnotherUserRefreshesNothing() {
        try (ClientSocket client = scene.open()) {
            String end =
                    client.connect(scene.ticket(), "[]", "{}").get("expiresAt").getStringValue();
            scene.advance(Duration.ofSeconds(20));
            scene.assertRefused(client, Requests.refresh(scene.ofSomebodyElse().ticket()), BAD_TICKET);
            scene.gateways().clock().moveTo(Instant.parse(end));
            scene.assertClosed(client, 4401, "expired");
        }
    }

    @Test
    void aTicketThatWasUsedRefreshesNothing() {
        String ticket = scene.ticket();
        try (ClientSocket client = scene.open()) {
            client.connect(ticket, "[]", "{}");
            scene.assertRefused(client, Requests.refresh(ticket), BAD_TICKET);
        }
    }

    @Test
    void aTicketOfASignInThatEndedRefreshesNothing() {
        try (ClientSocket client = scene.connect()) {
            String token = scene.gateways().one().token(scene.user());
            String ticket = scene.gateways().one().ticket(token);
            scene.gateways().one().call("DELETE", "/api/v1/session", token, null);
            scene.assertRefused(client, Requests.refresh(ticket), BAD_TICKET);
        }
    }

    @Test
    void aRequestBehindARefreshWaitsForIt() {
        try (ClientSocket client = scene.connect()) {
            int refresh = client.send(Requests.refresh(scene.ticket()));
            client.send(Requests.PING);
            assertThat(client.next().get("id").getIntValue()).isEqualTo(refresh);
            assertThat(client.next().get("id").getIntValue()).isEqualTo(refresh + 1);
        }
    }

    @Test
    void whoRefreshesKeepsItsChannelsAndItsPlace() {
        String channel = "quotes." + scene.instrument();
        try (ClientSocket client = scene.connect(channel, "inbox")) {
            var notices = scene.inbox();
            notices.publish(1);
            JsonNode before = client.push("inbox");
            refreshed(client);
            notices.publish(1);
            JsonNode after = client.push("inbox");
            assertThat(after.get("previous")).isEqualTo(before.get("sequence"));
            assertThat(Told.numberOf(after)).isEqualTo(2);
            Scene.assertNext(client, Scene.told(channel, scene.quote(scene.instrument(), 1)));
        }
    }

    @Test
    void aRefreshNamesTheChannelsThatTheUsersRightsNoLongerCover() {
        String account = scene.user() + "-2";
        scene.gateways()
                .database()
                .execute("insert into identity.account values ('%1$s', 'harbour', 'Two');".formatted(account)
                        + "insert into identity.account_trader values ('%s', '%s')".formatted(account, scene.user()));
        String lost = "valuations." + account;
        String kept = "valuations." + scene.user();
        try (ClientSocket client = scene.connect(lost, kept, "inbox")) {
            scene.gateways()
                    .database()
                    .execute("delete from identity.account_trader where account = '%s'".formatted(account));
            Scene.assertSame(refreshedBy(client, scene.ticketOf(scene.user())).get("ended"), "['%s']".formatted(lost));
            assertThat(refreshedBy(client, scene.ticketOf(scene.user())).get("ended"))
                    .isNull();
            Scene.assertSame(
                    client.ask(Requests.unsubscribe(lost, kept, "inbox")).get("result"),
                    "{'unsubscribed':['%s','inbox']}".formatted(kept));
            scene.assertRefused(
                    client,
                    Requests.subscribe(lost),
                    "{'code':'FORBIDDEN','message':'The account is not yours.','temporary':false,'field':'channels'}");
        }
    }

    private JsonNode refreshed(ClientSocket client) {
        return refreshedBy(client, scene.ticketOf(scene.user()));
    }

    private static JsonNode refreshedBy(ClientSocket client, String ticket) {
        JsonNode reply = client.ask(Requests.refresh(ticket));
        assertThat(reply.get("result")).as("%s", reply.get("error")).isNotNull();
        return reply.get("result").get("refreshed");
    }
}
