package io.ringside.gateway.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.transport.Heard;
import io.ringside.gateway.transport.TransportKind;
import io.ringside.testkit.Eventually;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How both sides know that the other one is still there. */
@OverEveryTransport
class SignOfLifeTest {
    private static final Duration IDLE = Duration.ofSeconds(25);
    private static final Duration DEAD = Duration.ofSeconds(10);

    private final Scene scene;

    SignOfLifeTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void whoGivesNoSignOfLifeWhenItIsAskedIsClosed() {
        double before = scene.closed(4408);
        try (ClientSocket client = scene.connect()) {
            client.transport().fallSilent();
            Instant last = scene.now();
            Eventually.holds("it is closed", () -> scene.closed(4408) > before || letPass(Duration.ofSeconds(1)));
            assertThat(Duration.between(last, scene.now())).isGreaterThanOrEqualTo(IDLE.plus(DEAD));
            client.transport().readOn();
            assertThat(client.ending()).isEqualTo(new Heard.Close(4408, "too slow"));
            client.everythingPassedOver().stream()
                    .filter(message -> message.get("heartbeat") == null)
                    .forEach(message -> Scene.assertSame(
                            message, "{'disconnect':{'code':4408,'reason':'too slow','reconnect':true}}"));
            assertThat(client.everythingPassedOver()).isNotEmpty();
        }
    }

    /** What waits for that is not true yet. */
    private boolean letPass(Duration time) {
        scene.advance(time);
        return false;
    }

    @Test
    void whoAnswersIsServedOn() {
        try (ClientSocket client = scene.connect()) {
            // a poll that was still on its way is a sign itself: then it is asked another 25 seconds later
            boolean asked = false;
            for (int i = 0; i < 2 && !asked; i++) {
                scene.advance(IDLE);
                asked = client.isPingedSoon();
            }
            assertThat(asked).isTrue();
            client.awaitHeard();
            scene.advance(DEAD);
            assertThat(client.ask(Requests.PING).get("result")).isNotNull();
            client.await(message -> message.get("heartbeat") != null);
        }
    }

    @Test
    void aHeartbeatComesEvery30Seconds() {
        try (ClientSocket client = scene.connect()) {
            for (int i = 0; i < 3; i++) {
                scene.advance(Duration.ofSeconds(15));
                scene.assertServed(client);
                scene.advance(Duration.ofSeconds(15));
                Scene.assertNext(client, "{'heartbeat':{'serverTime':'%s'}}", scene.now());
            }
        }
    }

    @Test
    void whateverAClientSendsIsASignOfLife() {
        try (ClientSocket client = scene.connect()) {
            client.transport().fallSilent();
            scene.advance(Duration.ofSeconds(24));
            client.send(Requests.PING);
            client.awaitHeard();
            scene.advance(Duration.ofSeconds(24));
            client.transport().readOn();
            // it is looked after now, and a question would have come first
            client.await(message -> message.get("heartbeat") != null);
            assertThat(client.wasPinged()).isFalse();
        }
    }
}
