package io.ringside.gateway.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.transport.TransportKind;
import io.ringside.testkit.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What operators see of a session and do with it, and when it is no more. */
@OverEveryTransport
class SeenByOperatorsTest {
    private static final String CONNECTIONS = "/api/v1/ops/connections";

    private final Scene scene;
    private final GatewayUnderTest gateway;
    private final TransportKind transport;
    private @Nullable String operator;

    SeenByOperatorsTest(TransportKind transport) {
        this.transport = transport;
        scene = new Scene(transport);
        gateway = scene.gateways().one();
    }

    @Test
    void anOperatorSeesWhoIsThereSinceWhenByWhatAndWhatItHears() {
        String channel = "quotes." + scene.instrument();
        try (ClientSocket client = scene.open()) {
            JsonNode connected = client.connect(scene.ticket(), "[\"" + channel + "\",\"inbox\"]", "{}");
            JsonNode seen = seen().getFirst();
            assertThat(seen.get("id")).isEqualTo(connected.get("session"));
            assertThat(seen.get("node").getStringValue()).isEqualTo("one");
            assertThat(seen.get("transport").getStringValue()).isEqualTo(transport.word());
            assertThat(seen.get("user").getStringValue()).isEqualTo(scene.user());
            assertThat(seen.get("client").getStringValue()).isEqualTo("test/1");
            assertThat(seen.get("openedAt").getStringValue())
                    .isEqualTo(scene.now().toString());
            assertThat(seen.get("expiresAt")).isEqualTo(connected.get("expiresAt"));
            Scene.assertSame(seen.get("channels"), "['inbox','%s']", channel);
            assertThat(seen.get("channelCount").getIntValue()).isEqualTo(2);
            assertThat(seen.get("queuedBytes").getIntValue()).isZero();
        }
    }

    @Test
    void anOperatorClosesASessionWithACodeAndAReason() {
        for (int code : new int[] {1012, 1013, 4401, 4409, 4503}) {
            try (ClientSocket client = scene.open()) {
                String id = client.connect(scene.ticket(), "[]", "{}")
                        .get("session")
                        .getStringValue();
                String body = "{\"code\":%d,\"reason\":\"ask the desk\"}".formatted(code);
                assertThat(gateway.call("POST", CONNECTIONS + '/' + id + "/disconnect", operator(), body)
                                .statusCode())
                        .isEqualTo(204);
                scene.assertClosed(client, code, "ask the desk");
            }
        }
    }

    @Test
    void whoSaysThatItLeavesIsGone() {
        double before = scene.closed(1000);
        ClientSocket client = scene.connect();
        assertThat(seen()).hasSize(1);
        client.close();
        Eventually.holds("it is gone", () -> seen().isEmpty());
        assertThat(scene.closed(1000)).isGreaterThan(before);
    }

    @Test
    void whoLeavesWithoutAWordIsGoneOnceItIsMissed() {
        ClientSocket client = scene.connect();
        assertThat(seen()).hasSize(1);
        client.abort();
        Instant last = scene.now();
        Eventually.holds("it is gone", () -> seen().isEmpty() || letPass(Duration.ofSeconds(1)));
        assertThat(Duration.between(last, scene.now())).isLessThan(Duration.ofMinutes(1));
    }

    /** What waits for that is not true yet. */
    private boolean letPass(Duration time) {
        scene.advance(time);
        return false;
    }

    @Test
    void aSessionThatEndedIsGone() {
        try (ClientSocket client = scene.connect()) {
            scene.advance(Duration.ofMinutes(5));
            assertThat(client.closeCode()).isEqualTo(4401);
            operator = null;
            Eventually.holds("it is gone", () -> seen().isEmpty());
        }
    }

    private List<JsonNode> seen() {
        List<JsonNode> seen = new ArrayList<>();
        GatewayUnderTest.json(gateway.call("GET", CONNECTIONS + "?user=" + scene.user(), operator(), null)
                        .body())
                .get("connections")
                .values()
                .forEach(seen::add);
        return seen;
    }

    /** An access token of the operator. */
    private String operator() {
        String known = operator;
        if (known == null) {
            known = gateway.token("olivia");
            operator = known;
        }
        return known;
    }
}
