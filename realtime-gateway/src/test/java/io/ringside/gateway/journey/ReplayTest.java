package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client missed arrives exactly once, on any node, and what is gone is said. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
    /** Notices that one visit takes. */
    private static final int VISIT = 30;

    private GatewayUnderTest gateway;
    private GatewayUnderTest other;
    private int users;
    private String user = "nobody";
    private Notices notices;
    private Notices ofWitness;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of());
        other = GatewayUnderTest.startOn(gateway.database(), Map.of());
        ofWitness = new Notices(gateway.nats(), "alice");
    }

    @BeforeEach
    void moveIn() {
        user = "user-" + ++users;
        FloorPeople.moveIn(gateway.database(), user);
        notices = new Notices(gateway.nats(), user);
    }

    @AfterAll
    void stop() {
        gateway.close();
        other.close();
    }

    @Test
    void sendsTheQueueOnTheFirstVisitAndSaysThatItIsTheFirst() {
        notices.publish(3);
        try (ClientSocket socket = gateway.socket()) {
            JsonNode inbox = connect(socket, gateway, "{}");
            assertThat(text(inbox, "mode")).isEqualTo("gap");
            assertThat(text(inbox, "reason")).isEqualTo("first");
            assertThat(inbox.get("count").getIntValue()).isEqualTo(3);
            assertThat(numbers(socket, 3)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void replaysWhatWasMissedOnThisNodeAndOnAnother() {
        JsonNode position = standAfter(5);
        notices.publish(2);
        awaitHeardByTheFirstNode();
        for (GatewayUnderTest node : List.of(gateway, other)) {
            try (ClientSocket socket = node.socket()) {
                JsonNode inbox = connect(socket, node, positions(position));
                assertThat(text(inbox, "mode")).isEqualTo("replay");
                assertThat(inbox.get("count").getIntValue()).isEqualTo(2);
                JsonNode first = socket.push("inbox");
                assertThat(first.get("previous").getLongValue()).isEqualTo(sequence(position));
                assertThat(number(first)).isEqualTo(6);
                assertThat(numbers(socket, 1)).containsExactly(7);
            }
        }
    }

    @Test
    void saysLiveWhenNothingWasMissed() {
        JsonNode position = standAfter(2);
        try (ClientSocket socket = other.socket()) {
            assertThat(text(connect(socket, other, positions(position)), "mode"))
                    .isEqualTo("live");
            notices.publish(1);
            JsonNode push = socket.push("inbox");
            assertThat(push.get("previous").getLongValue()).isEqualTo(sequence(position));
        }
    }

    @Test
    void replaysTheWholeOfAFullQueueAndNothingTwice() {
        JsonNode position = standAfter(1);
        notices.publish(100);
        try (ClientSocket socket = other.socket()) {
            JsonNode inbox = connect(socket, other, positions(position));
            assertThat(text(inbox, "mode")).isEqualTo("replay");
            assertThat(inbox.get("count").getIntValue()).isEqualTo(100);
            JsonNode first = socket.push("inbox");
            assertThat(first.get("previous").getLongValue()).isEqualTo(sequence(position));
            assertThat(number(first)).isEqualTo(2);
            assertThat(numbers(socket, 99)).isEqualTo(upTo(3, 101));
        }
    }

    @Test
    void replaysAFullQueueToWhoeverWasHereBeforeTheFirstNotice() {
        JsonNode position;
        try (ClientSocket socket = gateway.socket()) {
            position = connect(socket, gateway, "{}").get("position");
        }
        notices.publish(100);
        try (ClientSocket socket = other.socket()) {
            assertThat(text(connect(socket, other, positions(position)), "mode"))
                    .isEqualTo("replay");
            assertThat(numbers(socket, 100)).isEqualTo(upTo(1, 100));
        }
    }

    /** Where the client stood is gone: without it nobody knows what came next. */
    @ParameterizedTest
    @ValueSource(ints = {101, 150})
    void saysThatSomeAreGoneWhenMoreThanTheQueueHoldsWereMissed(int missed) {
        JsonNode position = standAfter(1);
        notices.publish(missed);
        try (ClientSocket socket = other.socket()) {
            JsonNode inbox = connect(socket, other, positions(position));
            assertThat(text(inbox, "mode")).isEqualTo("gap");
            assertThat(text(inbox, "reason")).isEqualTo("evicted");
            assertThat(inbox.get("count").getIntValue()).isEqualTo(101);
            JsonNode first = socket.push("inbox");
            assertThat(first.get("sequence").getLongValue())
                    .isEqualTo(inbox.get("firstAvailable").getLongValue());
            assertThat(number(first)).isEqualTo(missed - 99);
            assertThat(numbers(socket, 100)).isEqualTo(upTo(missed - 98, missed + 1));
        }
    }

    @Test
    void replaysFromTheNodesRingWhatTheStreamHasDropped() {
        JsonNode position = standAfter(1);
        notices.publish(150);
        awaitHeardByTheFirstNode();
        try (ClientSocket socket = gateway.socket()) {
            JsonNode inbox = connect(socket, gateway, positions(position));
            assertThat(text(inbox, "mode")).isEqualTo("replay");
            assertThat(numbers(socket, 150)).hasSize(150).endsWith(151);
        }
    }

    @Test
    void startsAgainInBandFromAPosition() {
        JsonNode position = standAfter(1);
        notices.publish(4);
        try (ClientSocket socket = other.socket()) {
            connect(socket, other, positions(position));
            assertThat(numbers(socket, 4)).containsExactly(2, 3, 4, 5);
            JsonNode reply = socket.ask("\"resync\":{\"channel\":\"inbox\",\"position\":%s}".formatted(json(position)));
            assertThat(text(reply.get("result").get("subscribed").get("inbox"), "mode"))
                    .isEqualTo("replay");
            assertThat(numbers(socket, 4)).containsExactly(2, 3, 4, 5);
        }
    }

    @Test
    void losesAndDoublesNothingBetweenReplayAndLive() {
        JsonNode position = standAfter(1);
        AtomicBoolean stop = new AtomicBoolean();
        // Never further ahead than the queue holds.
        Semaphore ahead = new Semaphore(60);
        Thread publisher = Thread.startVirtualThread(() -> {
            while (!stop.get()) {
                ahead.acquireUninterruptibly();
                notices.publish(1);
            }
        });
        try {
            for (int visit = 0; visit < 20; visit++) {
                position = visit(visit % 2 == 0 ? gateway : other, position);
                ahead.release(VISIT);
            }
        } finally {
            stop.set(true);
            ahead.release();
            join(publisher);
        }
    }

    /** A short visit: checks the chain from the position on, and gives the position at its end. */
    private JsonNode visit(GatewayUnderTest node, JsonNode position) {
        ClientSocket socket = node.socket();
        JsonNode inbox = connect(socket, node, positions(position));
        assertThat(text(inbox, "mode")).isIn("live", "replay");
        long last = sequence(position);
        for (int i = 0; i < VISIT; i++) {
            JsonNode push = socket.push("inbox");
            assertThat(push.get("previous").getLongValue()).isEqualTo(last);
            last = push.get("sequence").getLongValue();
        }
        socket.abort();
        return GatewayUnderTest.json("{\"epoch\":\"%s\",\"sequence\":%d}".formatted(text(position, "epoch"), last));
    }

    /** Publishes that many, and gives the position of a client that has seen them all. */
    private JsonNode standAfter(int count) {
        notices.publish(count);
        try (ClientSocket socket = gateway.socket()) {
            JsonNode inbox = connect(socket, gateway, "{}");
            numbers(socket, count);
            return inbox.get("position");
        }
    }

    /** A node hears notices in the order of the stream, whoever they are for. */
    private void awaitHeardByTheFirstNode() {
        try (ClientSocket witness = gateway.connect("alice", "[\"inbox\"]", "{}")) {
            int last = ofWitness.publish(1);
            while (number(witness.push("inbox")) != last) {
                Thread.onSpinWait();
            }
        }
    }

    private JsonNode connect(ClientSocket socket, GatewayUnderTest node, String positions) {
        return socket.connect(node.ticket(node.token(user)), "[\"inbox\"]", positions)
                .get("channels")
                .get("inbox");
    }

    private static List<Integer> numbers(ClientSocket socket, int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(number(socket.push("inbox")));
        }
        return numbers;
    }

    private static List<Integer> upTo(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static int number(JsonNode push) {
        return Told.numberOf(push);
    }

    private static String positions(JsonNode position) {
        return "{\"inbox\":" + json(position) + "}";
    }

    private static String json(JsonNode position) {
        return "{\"epoch\":\"%s\",\"sequence\":%d}".formatted(text(position, "epoch"), sequence(position));
    }

    private static long sequence(JsonNode position) {
        return position.get("sequence").getLongValue();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).getStringValue();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
