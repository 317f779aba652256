package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.transport.LiveCalls;
import io.ringside.testkit.Eventually;
import io.ringside.testkit.HandMovedClock;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The protocol by polling, for networks that let nothing else through. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PollTest {
    /** Sessions are looked after each second of the machine, and go by this clock. */
    private final HandMovedClock clock = GatewayUnderTest.standingClock();

    private GatewayUnderTest gateway;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(clock, Map.of());
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    /** A session that has connected, whose first batch has come. */
    private record Session(LiveCalls calls) {
        HttpResponse<String> poll(long after) {
            return calls.post("/live/poll/next", "{\"after\":" + after + "}");
        }

        JsonNode batch(long after) {
            HttpResponse<String> answer = poll(after);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return GatewayUnderTest.json(answer.body());
        }

        CompletableFuture<JsonNode> later(long after) {
            return CompletableFuture.supplyAsync(() -> batch(after), Thread::startVirtualThread);
        }

        void send(String message) {
            assertThat(calls.post("/live/send", message).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void beginsWithItsFirstMessageAndTellsWhatComesInBatches() {
        Session session = connect("[]");
        session.send("{\"id\":2,\"ping\":{}}");
        JsonNode batch = session.batch(1);
        assertThat(batch.get("number").getIntValue()).isEqualTo(2);
        assertThat(batch.get("messages").get(0).get("id").getIntValue()).isEqualTo(2);
        assertThat(batch.get("close")).isNull();
        session.calls.delete();
    }

    @Test
    void tellsABatchAgainWhoseAnswerWasLost() {
        Session session = connect("[]");
        session.send("{\"id\":2,\"ping\":{}}");
        JsonNode batch = session.batch(1);
        session.send("{\"id\":3,\"ping\":{}}");
        assertThat(session.batch(1)).isEqualTo(batch);
        assertThat(session.batch(2).get("messages").get(0).get("id").getIntValue())
                .isEqualTo(3);
        session.calls.delete();
    }

    @Test
    void closesWhoeverAsksForWhatComesAfterABatchThatNeverWas() {
        Session session = connect("[]");
        JsonNode batch = session.batch(7);
        assertThat(batch.get("number").getIntValue()).isEqualTo(2);
        assertThat(batch.get("close"))
                .isEqualTo(GatewayUnderTest.json("{\"code\":1002,\"reason\":\"protocol error\"}"));
        assertThat(session.poll(2).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAPollThatSaysNoNumber() {
        Session session = connect("[]");
        HttpResponse<String> answer = session.calls.post("/live/poll/next", "{\"after\":\"1\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(GatewayUnderTest.json(answer.body()).get("field").getStringValue())
                .isEqualTo("after");
        session.calls.delete();
    }

    @Test
    void answersTheOlderOfTwoPollsEmpty() {
        Session session = connect("[]");
        CompletableFuture<JsonNode> one = session.later(1);
        CompletableFuture<JsonNode> other = session.later(1);
        assertThat(CompletableFuture.anyOf(one, other).join())
                .isEqualTo(GatewayUnderTest.json("{\"number\":1,\"messages\":[]}"));
        session.send("{\"id\":2,\"ping\":{}}");
        assertThat(one.join().get("messages").size()
                        + other.join().get("messages").size())
                .isOne();
        session.calls.delete();
    }

    @Test
    void answersEmptyAfter20Seconds() {
        Session session = connect("[]");
        CompletableFuture<JsonNode> poll = session.later(1);
        Eventually.holds("time passes for a poll that waits", () -> {
            clock.advance(Duration.ofSeconds(1));
            return poll.isDone();
        });
        assertThat(poll.join()).isEqualTo(GatewayUnderTest.json("{\"number\":1,\"messages\":[]}"));
        session.calls.delete();
    }

    @Test
    void closesASessionThatNobodyPolls() {
        Session session = connect("[]");
        clock.advance(Duration.ofSeconds(25));
        Eventually.holds("it is closed", () -> {
            clock.advance(Duration.ofMillis(100));
            return metric("ringside_gateway_closed_total{code=\"4408\"") > 0;
        });
    }

    @Test
    void tellsTheLatestOfWhatCameBetweenTwoPollsOnce() throws Exception {
        Session session = connect("[\"quotes.CA\"]");
        for (int number = 1; number <= 50; number++) {
            String quote = """
                {"instrument":"CA","bid":"1.5","ask":"1.6","sequence":%d,"stale":false,\
                "sourceAt":"2026-11-21T09:00:00Z","at":"2026-11-21T09:00:00Z","source":"test"}\
                """.formatted(number);
            gateway.nats().publish("quote.CA", quote.getBytes(StandardCharsets.UTF_8));
        }
        gateway.nats().flush(Eventually.DEADLINE);
        try (ClientSocket witness = gateway.connect("bob", "[\"quotes.CA\"]", "{}")) {
            witness.await(message -> message.get("push") != null
                    && message.get("push").get("data").get("sequence").getIntValue() == 50);
        }
        JsonNode batch = session.batch(1);
        assertThat(StreamSupport.stream(batch.get("messages").values().spliterator(), false)
                        .map(message ->
                                message.get("push").get("data").get("sequence").getIntValue()))
                .containsExactly(50);
        session.calls.delete();
    }

    @Test
    void isClosedWhenItsClientClosesAndKnownToNobodyAfterThat() {
        Session session = connect("[]");
        CompletableFuture<JsonNode> poll = session.later(1);
        assertThat(session.calls.delete().statusCode()).isEqualTo(204);
        assertThat(poll.join().get("close")).isEqualTo(GatewayUnderTest.json("{\"code\":1000,\"reason\":\"\"}"));
        assertThat(session.poll(2).statusCode()).isEqualTo(404);
        assertThat(session.calls.post("/live/send", "").statusCode()).isEqualTo(404);
    }

    private Session connect(String channels) {
        String connect = "{\"id\":1,\"connect\":{\"ticket\":\"" + gateway.ticket(gateway.token("alice"))
                + "\",\"client\":\"poll/1\",\"channels\":" + channels + ",\"positions\":{}}}";
        HttpResponse<String> answer =
                gateway.send(HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/live/poll"))
                        .timeout(Eventually.DEADLINE)
                        .header("Ringside-Protocol", "ringside.v1")
                        .POST(HttpRequest.BodyPublishers.ofString(connect))
                        .build());
        JsonNode first = GatewayUnderTest.json(answer.body());
        assertThat(first.get("number").getIntValue()).as(answer.body()).isOne();
        assertThat(first.get("messages").get(0).get("result").get("connected")).isNotNull();
        return new Session(new LiveCalls(
                gateway.port(), answer.headers().firstValue("Ringside-Session").orElseThrow()));
    }

    private double metric(String start) {
        return gateway.call("GET", "/prometheus", null, null)
                .body()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
