package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is to be acknowledged arrives on any node, also where the stream has forgotten what is settled. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertChannelTest {
    private static final String BOTH = "[\"inbox\",\"alerts\"]";

    private GatewayUnderTest gateway;
    private GatewayUnderTest other;
    private int users;
    private String user = "nobody";
    private Notices alerts;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
        other = GatewayUnderTest.startOn(gateway.database(), Map.of());
    }

    @BeforeEach
    void moveIn() {
        user = "watched-" + ++users;
        FloorPeople.moveIn(gateway.database(), user);
        alerts = Notices.ofAlerts(gateway.nats(), user);
    }

    @AfterAll
    void stop() {
        gateway.close();
        other.close();
    }

    @Test
    void whatWasRaisedWhileNobodyWasThereIsReplayedOnAnyNode() {
        JsonNode position = standAfter(1);
        alerts.publish(2);
        for (GatewayUnderTest node : List.of(gateway, other)) {
            try (ClientSocket socket = node.socket()) {
                JsonNode answer = connect(socket, node, positions(position)).get("alerts");
                assertThat(text(answer, "mode")).isEqualTo("replay");
                assertThat(numbers(socket, "alerts", 2)).containsExactly(2, 3);
            }
        }
    }

    @Test
    void whoStoodBeforeTheFirstOneIsToldTooWhenItIsGone() {
        JsonNode position;
        try (ClientSocket socket = gateway.socket()) {
            position = connect(socket, gateway, "{}").get("alerts").get("position");
        }
        assertThat(sequence(position)).isZero();
        alerts.publish(1);
        alerts.settle();
        try (ClientSocket socket = other.socket()) {
            assertThat(text(connect(socket, other, positions(position)).get("alerts"), "mode"))
                    .isEqualTo("gap");
        }
    }

    @Test
    void ofMoreThanANodeKeepsTheNewestComeAndTheOthersAreSaidToBeGone() {
        JsonNode position = standAfter(1);
        alerts.publish(1_100);
        for (String from : List.of("{}", positions(position))) {
            try (ClientSocket socket = other.socket()) {
                JsonNode answer = connect(socket, other, from).get("alerts");
                assertThat(text(answer, "mode")).isEqualTo("gap");
                assertThat(numbers(socket, "alerts", 1_000)).startsWith(102).endsWith(1_101);
            }
        }
        try (ClientSocket socket = other.socket()) {
            connect(socket, other, "{}");
            numbers(socket, "alerts", 1_000);
            alerts.publish(1);
            assertThat(numbers(socket, "alerts", 1)).containsExactly(1_102);
        }
    }

    /** Publishes that many, and gives the position of a client that has seen them all. */
    private JsonNode standAfter(int count) {
        alerts.publish(count);
        try (ClientSocket socket = gateway.socket()) {
            JsonNode answer = connect(socket, gateway, "{}").get("alerts");
            numbers(socket, "alerts", count);
            return answer.get("position");
        }
    }

    private JsonNode connect(ClientSocket socket, GatewayUnderTest node, String positions) {
        return socket.connect(node.ticket(node.token(user)), BOTH, positions).get("channels");
    }

    private static List<Integer> numbers(ClientSocket socket, String channel, int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(Told.numberOf(socket.push(channel)));
        }
        return numbers;
    }

    private static String positions(JsonNode position) {
        return "{\"alerts\":{\"epoch\":\"%s\",\"sequence\":%d}}".formatted(text(position, "epoch"), sequence(position));
    }

    private static long sequence(JsonNode position) {
        return position.get("sequence").getLongValue();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).getStringValue();
    }
}
