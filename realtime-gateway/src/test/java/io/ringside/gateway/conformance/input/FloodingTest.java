package io.ringside.gateway.conformance.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.transport.TransportKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many bytes a session takes, and how many sessions a user has. */
@OverEveryTransport
class FloodingTest {
    /** More than half of what may come at once. */
    private static final String BIG = "\"ping\":{}" + " ".repeat(60_000);

    private static final int SESSIONS_MAX = 20;

    private final Scene scene;

    FloodingTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void whoSendsTooManyBytesIsToldSoAndAnsweredWhenTheyArePaidFor() {
        try (ClientSocket client = scene.connect()) {
            int first = client.send(BIG);
            client.send(BIG);
            int last = client.send(BIG);
            assertFlooded(client);
            scene.advance(Duration.ofSeconds(2));
            for (int id = first; id <= last; id++) {
                int each = id;
                assertThat(client.await(message -> message.get("id").getIntValue() == each)
                                .get("result")
                                .get("pong"))
                        .isNotNull();
            }
            scene.assertServed(client);
        }
    }

    @Test
    void whoFloodsThreeTimesIsClosedAndMayComeBackLater() {
        try (ClientSocket client = scene.connect()) {
            for (int i = 0; i < 30; i++) {
                client.send(BIG);
            }
            for (int i = 0; i < 3; i++) {
                long owedMs = assertFlooded(client);
                scene.advance(Duration.ofMillis(owedMs));
            }
            JsonNode told = client.await(message -> message.get("disconnect") != null);
            Scene.assertSame(
                    told,
                    "{'disconnect':{'code':4429,'reason':'rate limits breached','reconnect':true,"
                            + "'retryAfterMs':10000}}");
            assertThat(client.closeCode()).isEqualTo(4429);
        }
    }

    /** That it is told so, apart from what it asked for; what it has to wait for. */
    private static long assertFlooded(ClientSocket client) {
        JsonNode told = client.await(message -> message.get("id").getLongValue() == 0);
        long owedMs = told.get("error").get("retryAfterMs").getLongValue();
        assertThat(owedMs).isBetween(1L, 2_000L);
        Scene.assertSame(
                told,
                "{'id':0,'error':{'code':'RATE_LIMITED','message':'Too many bytes a second.','temporary':true,"
                        + "'retryAfterMs':%d}}",
                owedMs);
        return owedMs;
    }

    @Test
    void aUserMayHave20SessionsAndNoMore() {
        List<ClientSocket> sessions = fill();
        try (ClientSocket oneTooMany = scene.open()) {
            oneTooMany.send(Requests.connect(scene.ticket()));
            scene.assertClosed(oneTooMany, 4505, "too many sockets");
        }
        sessions.forEach(scene::assertServed);
        sessions.forEach(ClientSocket::close);
    }

    @Test
    void aPlaceThatWasLeftIsFree() {
        List<ClientSocket> sessions = fill();
        ClientSocket left = sessions.removeFirst();
        left.close();
        assertThat(left.ending()).isNotNull();
        try (ClientSocket next = scene.connect()) {
            scene.assertServed(next);
        }
        sessions.forEach(ClientSocket::close);
    }

    private List<ClientSocket> fill() {
        List<ClientSocket> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS_MAX; i++) {
            sessions.add(scene.connect());
        }
        return sessions;
    }
}
