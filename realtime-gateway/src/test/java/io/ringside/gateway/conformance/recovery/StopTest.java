package io.ringside.gateway.conformance.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.transport.ClientTransport;
import io.ringside.gateway.transport.Heard;
import io.ringside.gateway.transport.Opening;
import io.ringside.gateway.transport.TransportKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A gateway that stops: what its clients are told, and where they find what they missed. */
@OverEveryTransport
class StopTest {
    private static final Map<TransportKind, Stopped> STOPPED = new EnumMap<>(TransportKind.class);

    private final Stopped stopped;

    StopTest(TransportKind transport) {
        stopped = STOPPED.computeIfAbsent(transport, Stopped::new);
    }

    @AfterAll
    static void close() {
        STOPPED.values().forEach(Stopped::close);
        STOPPED.clear();
    }

    /** A gateway that has stopped while a client was there; it still answers HTTP. */
    private static final class Stopped {
        private final Scene scene;
        private final GatewayUnderTest gateway;
        private final ClientSocket client;
        private final Stand stand;

        Stopped(TransportKind transport) {
            scene = new Scene(transport);
            gateway = scene.gateways().start("leaving");
            client = scene.openAt(gateway);
            stand = Stand.of("inbox", scene.channelsOf(client, "{}", "inbox").get("inbox"));
            gateway.drain();
        }

        void close() {
            client.close();
            gateway.close();
        }
    }

    @Test
    void aGatewayThatStopsSendsItsClientsElsewhereAtOnce() {
        stopped.scene.assertClosed(stopped.client, 1012, "server restarts", ",'retryAfterMs':0,'jitterMs':100");
    }

    @Test
    void aGatewayThatStopsTakesNobodyIn() {
        Scene scene = stopped.scene;
        try (ClientTransport late = scene.begin(stopped.gateway, Opening.PLAIN)) {
            late.send(("{\"id\":1," + Requests.connect(scene.ticket()) + '}').getBytes(StandardCharsets.UTF_8));
            assertThat(late.next()).isInstanceOfSatisfying(Heard.Refusal.class, refusal -> {
                assertThat(refusal.status()).isEqualTo(503);
                assertThat(refusal.retryAfter()).isNotNull();
                assertThat(GatewayUnderTest.json(refusal.problem()).get("code").getStringValue())
                        .isEqualTo("UNAVAILABLE");
            });
        }
    }

    @Test
    void whoHadToGoResumesAtAnotherGateway() {
        Scene scene = stopped.scene;
        Stand stand = stopped.stand;
        scene.inbox().publish(2);
        try (ClientSocket elsewhere = scene.open()) {
            JsonNode answer =
                    scene.channelsOf(elsewhere, stand.positions(), "inbox").get("inbox");
            assertThat(answer.get("mode").getStringValue()).isEqualTo("replay");
            stand.follow(elsewhere, 1, 2);
        }
    }
}
