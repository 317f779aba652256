package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.transport.Opening;
import io.ringside.gateway.transport.TransportKind;
import io.ringside.testkit.Eventually;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator sees and does on all gateways, and nobody else. Two nodes on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorTest {
    private static final String CONNECTIONS = "/api/v1/ops/connections";
    private static final String UNKNOWN = CONNECTIONS + "/01890000-0000-8000-8000-000000000001/disconnect";
    private static final String GOOD_BYE = "{\"code\":4503,\"reason\":\"ask the desk\"}";

    private GatewayUnderTest gateway;
    private GatewayUnderTest other;
    private String token;
    private final List<ClientSocket> sockets = new ArrayList<>();

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of("ringside.socket.node", "one"));
        other = GatewayUnderTest.startOn(gateway.database(), Map.of("ringside.socket.node", "two"));
        FloorPeople.moveIn(gateway.database(), "olivia", "ops");
        token = gateway.token("olivia");
        Eventually.holds("both nodes know each other", () -> present(gateway) == 2 && present(other) == 2);
        sockets.add(gateway.connect("alice", "[\"quotes.CA\",\"inbox\"]", "{}"));
        sockets.add(other.connect("alice", "[\"alerts\"]", "{}"));
        ClientSocket polling = ClientSocket.over(TransportKind.POLL.open(other.port(), Opening.PLAIN));
        polling.connect(other.ticket(other.token("bob")), "[\"quotes.*\",\"valuations.KESTREL-1\"]", "{}");
        sockets.add(polling);
        sockets.add(gateway.socket());
    }

    private int present(GatewayUnderTest each) {
        return each.beans()
                .getBean(io.ringside.gateway.fleet.NodeRoster.class)
                .present()
                .size();
    }

    @AfterAll
    void stop() {
        sockets.forEach(ClientSocket::close);
        gateway.close();
        other.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "''; none, alice one, alice two, bob two",
                "?user=alice; alice one, alice two",
                "?node=two; alice two, bob two",
                "?node=two&user=alice; alice two",
                "?node=three; ''",
                "?channel=inbox; alice one",
                "?channel=quotes.*; bob two",
                "?class=conflated; alice one, bob two",
                "?class=event; alice one",
                "?class=critical; alice two",
                "?slow=true; ''",
                "?slow=false&user=bob; bob two",
                "?address=203.0.113.7; ''"
            })
    void showsTheConnectionsOfAllGatewaysThatAreAskedFor(String query, String expected) {
        JsonNode answer = get(CONNECTIONS + query);
        assertThat(users(answer)).containsExactlyInAnyOrder(split(expected));
        assertThat(answer.get("unanswered").size()).isZero();
        assertThat(answer.get("nextCursor")).isNull();
    }

    @Test
    void tellsOfAConnectionWhatAnOperatorMayKnow() {
        JsonNode connection = get(CONNECTIONS + "?user=bob")
                .get("connections")
                .values()
                .iterator()
                .next();
        assertThat(names(connection))
                .containsExactlyInAnyOrder(
                        "id",
                        "node",
                        "user",
                        "address",
                        "transport",
                        "client",
                        "openedAt",
                        "expiresAt",
                        "channels",
                        "channelCount",
                        "queuedBytes");
        String address = connection.get("address").getStringValue();
        assertThat(users(get(CONNECTIONS + "?user=bob&address=" + address))).containsExactly("bob two");
        assertThat(connection.get("transport").getStringValue()).isEqualTo("poll");
        assertThat(connection.get("client").getStringValue()).isEqualTo("test/1");
        assertThat(connection.get("channels"))
                .isEqualTo(GatewayUnderTest.json("[\"quotes.*\",\"valuations.KESTREL-1\"]"));
        assertThat(connection.get("channelCount").getIntValue()).isEqualTo(2);
        assertThat(connection.get("queuedBytes").getLongValue()).isZero();
    }

    @Test
    void pagesThroughThemAllById() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(CONNECTIONS + "?limit=1" + cursor);
            page.get("connections")
                    .values()
                    .forEach(each -> seen.add(each.get("id").getStringValue()));
            JsonNode next = page.get("nextCursor");
            cursor = next == null ? null : "&cursor=" + next.getStringValue();
        } while (cursor != null);
        assertThat(seen).hasSize(4).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void closesAConnectionOnAnotherGatewayWithACodeAndAReasonAndSaysSoInTheLog() {
        try (Logged log = new Logged();
                ClientSocket socket = other.socket()) {
            String id = socket.connect(other.ticket(other.token("bob")), "[]", "{}")
                    .get("session")
                    .getStringValue();
            assertThat(post(CONNECTIONS + '/' + id + "/disconnect", GOOD_BYE).statusCode())
                    .isEqualTo(204);
            assertThat(socket.await(message -> message.get("disconnect") != null))
                    .isEqualTo(GatewayUnderTest.json(
                            "{\"disconnect\":{\"code\":4503,\"reason\":\"ask the desk\",\"reconnect\":false}}"));
            assertThat(socket.closeCode()).isEqualTo(4503);
            assertThat(log.lines("operator"))
                    .singleElement()
                    .asString()
                    .contains(
                            "action=disconnect operator=olivia address=",
                            " connection=" + id + " code=4503 reason=\"ask the desk\" closed=true")
                    .containsPattern(" correlation=[A-Za-z0-9-]+ ");
        }
    }

    @Test
    void saysThatThereIsNoSuchConnection() {
        assertThat(post(UNKNOWN, GOOD_BYE).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "node=a b, node",
        "user=x.y, user",
        "address=localhost, address",
        "channel=news, channel",
        "class=slow, class",
        "slow=yes, slow",
        "limit=0, limit",
        "limit=201, limit",
        "cursor=x, cursor",
        "order=id, order"
    })
    void refusesAQueryByTheNameOfItsParameter(String query, String field) {
        HttpResponse<String> answer = gateway.call("GET", CONNECTIONS + '?' + query.replace(" ", "%20"), token, null);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer.body()).get("field").getStringValue())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"code\":4504,\"reason\":\"x\"}; code",
                "{\"code\":1000,\"reason\":\"x\"}; code",
                "{\"code\":4503}; reason",
                "{\"code\":4503,\"reason\":\"\"}; reason",
                "{\"code\":4503,\"reason\":\"x\",\"now\":true}; now"
            })
    void refusesADisconnectionByTheNameOfItsField(String body, String field) {
        HttpResponse<String> answer = post(UNKNOWN, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer.body()).get("field").getStringValue())
                .isEqualTo(field);
    }

    @Test
    void showsNothingToWhoeverIsNoOperator() {
        String trader = gateway.token("alice");
        for (String path : List.of(CONNECTIONS, "/api/v1/ops/alerts")) {
            assertThat(gateway.call("GET", path, trader, null).statusCode()).isEqualTo(403);
            assertThat(gateway.call("GET", path, null, null).statusCode()).isEqualTo(401);
        }
        assertThat(gateway.call("POST", UNKNOWN, trader, GOOD_BYE).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> post(String path, String body) {
        return gateway.call("POST", path, token, body);
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = gateway.call("GET", path, token, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return GatewayUnderTest.json(answer.body());
    }

    private static List<String> users(JsonNode answer) {
        List<String> users = new ArrayList<>();
        answer.get("connections").values().forEach(each -> {
            JsonNode user = each.get("user");
            users.add(
                    user == null
                            ? "none"
                            : user.getStringValue() + ' ' + each.get("node").getStringValue());
        });
        return users;
    }

    private static String[] split(String expected) {
        return expected.isEmpty() ? new String[0] : expected.split(", ");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.entries().forEach(entry -> names.add(entry.getKey()));
        return names;
    }
}
