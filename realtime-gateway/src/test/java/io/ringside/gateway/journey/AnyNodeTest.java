package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.transport.LiveCalls;
import io.ringside.gateway.transport.RawStream;
import io.ringside.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A session without a WebSocket whose requests a balancer spreads over the gateways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnyNodeTest {
    private GatewayUnderTest one;
    private GatewayUnderTest other;

    @BeforeAll
    void start() {
        one = GatewayUnderTest.start(Map.of("ringside.socket.node", "one"));
        other = GatewayUnderTest.startOn(one.database(), Map.of("ringside.socket.node", "other"));
    }

    @AfterAll
    void stop() {
        other.close();
        one.close();
    }

    @Test
    void tellsOnItsStreamWhatAnotherGatewayWasPosted() throws IOException {
        try (RawStream stream = RawStream.open(
                one.port(), 0, "Ringside-Protocol: ringside.v1\r\nAccept: text/event-stream\r\n", connect())) {
            LiveCalls elsewhere = new LiveCalls(other.port(), stream.header("Ringside-Session"));
            assertThat(stream.lineWith("connected")).contains("\"node\":\"one\"");
            assertThat(elsewhere.post("/live/send", "{\"id\":2,\"ping\":{}}").statusCode())
                    .isEqualTo(204);
            stream.lineWith("{\"id\":2,\"result\":{\"pong\"");
            assertThat(elsewhere.post("/live/send", "nonsense").statusCode()).isEqualTo(204);
            stream.lineWith("event: close");
            assertThat(stream.line()).startsWith("data: {\"code\":4501,");
        }
    }

    @Test
    void isPolledThroughAnotherGateway() {
        LiveCalls here = new LiveCalls(one.port(), begin());
        LiveCalls elsewhere = new LiveCalls(other.port(), here.key());
        CompletableFuture<HttpResponse<String>> poll =
                CompletableFuture.supplyAsync(() -> next(elsewhere, 1), Thread::startVirtualThread);
        assertThat(here.post("/live/send", "{\"id\":2,\"ping\":{}}").statusCode())
                .isEqualTo(204);
        JsonNode batch = GatewayUnderTest.json(poll.join().body());
        assertThat(batch.get("number").getIntValue()).isEqualTo(2);
        assertThat(batch.get("messages").get(0).get("id").getIntValue()).isEqualTo(2);
        assertThat(GatewayUnderTest.json(next(here, 1).body())).isEqualTo(batch);
        assertThat(elsewhere.delete().statusCode()).isEqualTo(204);
        assertThat(GatewayUnderTest.json(next(elsewhere, 2).body())
                        .get("close")
                        .get("code")
                        .getIntValue())
                .isEqualTo(1000);
        assertThat(next(elsewhere, 3).statusCode()).isEqualTo(404);
        assertThat(elsewhere.post("/live/send", "").statusCode()).isEqualTo(404);
        assertThat(elsewhere.delete().statusCode()).isEqualTo(404);
    }

    @Test
    void refusesTooManyMessagesAtEitherGatewayAndTakesNone() {
        LiveCalls here = new LiveCalls(one.port(), begin());
        LiveCalls elsewhere = new LiveCalls(other.port(), here.key());
        String messages = "{\"id\":2,\"ping\":{}}\n".repeat(65);
        for (LiveCalls calls : new LiveCalls[] {here, elsewhere}) {
            assertThat(calls.post("/live/send", messages).statusCode()).isEqualTo(413);
        }
        assertThat(elsewhere.post("/live/send", "{\"id\":3,\"ping\":{}}").statusCode())
                .isEqualTo(204);
        assertThat(GatewayUnderTest.json(next(here, 1).body())
                        .get("messages")
                        .get(0)
                        .get("id")
                        .getIntValue())
                .isEqualTo(3);
        here.delete();
    }

    @Test
    void isNotFoundOnceItsGatewayIsGone() {
        String key;
        try (GatewayUnderTest leaving = GatewayUnderTest.startOn(one.database(), Map.of())) {
            key = begin(leaving);
        }
        LiveCalls elsewhere = new LiveCalls(other.port(), key);
        assertThat(elsewhere.post("/live/send", "{\"id\":2,\"ping\":{}}").statusCode())
                .isEqualTo(404);
        assertThat(next(elsewhere, 1).statusCode()).isEqualTo(404);
    }

    private String begin() {
        return begin(one);
    }

    private String begin(GatewayUnderTest gateway) {
        HttpResponse<String> answer =
                gateway.send(HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/live/poll"))
                        .timeout(Eventually.DEADLINE)
                        .header("Ringside-Protocol", "ringside.v1")
                        .POST(HttpRequest.BodyPublishers.ofString(connect()))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("Ringside-Session").orElseThrow();
    }

    private String connect() {
        return "{\"id\":1,\"connect\":{\"ticket\":\"" + one.ticket(one.token("alice"))
                + "\",\"client\":\"any/1\",\"channels\":[],\"positions\":{}}}";
    }

    private static HttpResponse<String> next(LiveCalls calls, long after) {
        return calls.post("/live/poll/next", "{\"after\":" + after + "}");
    }
}
