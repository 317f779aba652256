package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.contracts.SystemSubjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.system.SystemNotification;
import io.ringside.contracts.system.SystemSeverity;
import io.ringside.gateway.transport.Heard;
import io.ringside.gateway.transport.Opening;
import io.ringside.gateway.transport.TransportKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Clients of other versions than the server's: they agree on one, or the older one is served as ever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VersionTest {
    /** The first frame as it was before channel {@code system} and {@code connected.protocol}. */
    private static final String CONNECT_BEFORE_SYSTEM = """
        "connect":{"ticket":"%s","client":"desk/0.1","channels":["inbox","alerts","quotes.*","presence"],\
        "positions":{}}""";

    private static final List<String> CONNECTED_BEFORE_SYSTEM = List.of(
            "session", "node", "user", "serverTime", "expiresAt", "pingSeconds", "heartbeatSeconds", "channels");

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

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
    void speaksTheFirstOfTheVersionsOfferedThatItKnowsAndSaysWhich() {
        try (ClientSocket socket = ClientSocket.over(
                TransportKind.SOCKET.open(gateway.port(), Opening.speaking("ringside.v2", "ringside.v1")))) {
            assertThat(socket.transport().version()).isEqualTo("ringside.v1");
            JsonNode connected = socket.connect(gateway.ticket(gateway.token("alice")), "[]", "{}");
            assertThat(connected.get("protocol").getStringValue()).isEqualTo("ringside.v1");
        }
    }

    @Test
    void refusesWhoeverOffersOnlyVersionsThatItDoesNotKnow() {
        Opening newer = Opening.speaking("ringside.v2", "ringside.v10");
        assertThat(TransportKind.SOCKET.open(gateway.port(), newer).next())
                .isInstanceOfSatisfying(Heard.Refusal.class, refusal -> assertThat(refusal.status())
                        .isEqualTo(400));
    }

    @Test
    void servesAClientFromBeforeAChannelWasAddedAsEver() throws Exception {
        Notices notices = new Notices(gateway.nats(), "bob");
        try (ClientSocket older = gateway.socket()) {
            String ticket = gateway.ticket(gateway.token("bob"));
            JsonNode reply = older.ask(CONNECT_BEFORE_SYSTEM.formatted(ticket));
            JsonNode connected = reply.get("result").get("connected");
            assertThat(CONNECTED_BEFORE_SYSTEM)
                    .allSatisfy(field -> assertThat(connected.get(field)).isNotNull());
            SystemNotification news =
                    new SystemNotification("n-1", SystemSeverity.INFO, "News.", NOON, null, null, 1, NOON);
            gateway.nats().jetStream().publish(SystemSubjects.notification("n-1"), Wire.encode(news));
            notices.publish(1);
            assertThat(older.push("inbox").get("data")).isEqualTo(GatewayUnderTest.json(Told.order(1)));
            JsonNode quote = GatewayUnderTest.json("""
                {"instrument":"ADA-XBT","bid":"0.00001","sequence":1,"stale":false,"sourceAt":"2026-11-22T12:00:00Z",\
                "at":"2026-11-22T12:00:00Z","source":"test"}""");
            gateway.nats().publish("quote.ADA-XBT", Wire.encode(quote));
            assertThat(older.push("quotes.*").get("data")).isEqualTo(quote);
            assertThat(older.ask("\"ping\":{}").get("result").get("pong")).isNotNull();
            assertThat(older.everythingPassedOver().stream().map(message -> message.get("push")))
                    .filteredOn(push -> push != null)
                    .allSatisfy(push ->
                            assertThat(push.get("channel").getStringValue()).isEqualTo("presence"));
        }
    }
}
