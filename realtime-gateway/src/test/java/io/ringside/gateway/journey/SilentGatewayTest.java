package io.ringside.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.testkit.Eventually;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A gateway that says that it is there and answers nothing, as one that hangs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SilentGatewayTest {
    private static final String CONNECTIONS = "/api/v1/ops/connections";
    private static final JsonNode SILENT = GatewayUnderTest.json("[\"silent\"]");

    private GatewayUnderTest gateway;
    private String token;

    @BeforeAll
    void start() {
        gateway = GatewayUnderTest.start(Map.of("ringside.socket.node", "one"));
        FloorPeople.moveIn(gateway.database(), "olivia", "ops");
        token = gateway.token("olivia");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void isNamedByWhoeverAskedItAndWaitedForASecond() {
        try (ClientSocket socket = gateway.connect("alice", "[]", "{}")) {
            assertThat(awaitSilent(CONNECTIONS).get("connections").size()).isOne();
            awaitSilent("/api/v1/ops/alerts");
            awaitSilent("/api/sessions");
            assertThat(socket.ask("\"ping\":{}").get("result")).isNotNull();
        }
    }

    @Test
    void leavesItOpenWhetherItHadTheConnectionThatWasToBeClosed() {
        String path = CONNECTIONS + "/01890000-0000-8000-8000-000000000001/disconnect";
        List<HttpResponse<String>> answers = new ArrayList<>();
        Eventually.holds("it was asked", () -> {
            say("here");
            answers.add(gateway.call("POST", path, token, "{\"code\":1012,\"reason\":\"moving\"}"));
            return answers.getLast().statusCode() != 404;
        });
        assertThat(answers.getLast().statusCode()).isEqualTo(503);
        assertThat(answers.getLast().headers().firstValue("Retry-After")).isPresent();
        assertThat(GatewayUnderTest.json(answers.getLast().body()).get("detail").getStringValue())
                .contains("silent");
    }

    @Test
    void isNotWaitedForOnceItHasSaidGoodBye() {
        awaitSilent(CONNECTIONS);
        say("gone");
        Eventually.holds(
                "it is forgotten", () -> get(CONNECTIONS).get("unanswered").size() == 0);
    }

    /** The answer that names it, once it was heard; whoever asks before that learns nothing of it. */
    private JsonNode awaitSilent(String path) {
        List<JsonNode> answers = new ArrayList<>();
        Eventually.holds("it was asked", () -> {
            say("here");
            long before = System.nanoTime();
            answers.add(get(path));
            boolean named = answers.getLast().get("unanswered").equals(SILENT);
            assertThat(!named
                            || System.nanoTime() - before
                                    >= Duration.ofMillis(900).toNanos())
                    .isTrue();
            return named;
        });
        return answers.getLast();
    }

    private JsonNode get(String path) {
        return GatewayUnderTest.json(gateway.call("GET", path, token, null).body());
    }

    private void say(String word) {
        gateway.nats()
                .publish(NatsMessage.builder()
                        .subject("gateway." + word)
                        .headers(new Headers().put("Ringside-Life", "x").put("Ringside-Node", "silent"))
                        .build());
    }
}
