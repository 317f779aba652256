package io.ringside.gateway.conformance.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.Notices;
import io.ringside.gateway.transport.Heard;
import io.ringside.gateway.transport.Opening;
import io.ringside.gateway.transport.TransportKind;
import io.ringside.testkit.Eventually;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client that does not read: what waits for it is bounded, and it finds out. */
@OverEveryTransport
class SlowReaderTest {
    private static final int KEPT = 101;
    /** Far more than 256 KiB and what the kernel holds: of notices, and of quotes. */
    private static final int NOTICES = 2_000;

    private static final int QUOTES = 3_000;

    private final Scene scene;

    SlowReaderTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void whoDoesNotReadIsClosedWhenTooMuchWaitsAndResumes() {
        Notices notices = scene.inbox();
        double before = scene.closed(4408);
        try (ClientSocket slow = narrow("inbox")) {
            slow.transport().stopReading();
            notices.publish(NOTICES);
            Eventually.holds("it is closed", () -> scene.closed(4408) > before);
            slow.transport().readOn();
            assertThat(slow.ending()).isEqualTo(new Heard.Close(4408, "too slow"));
            List<JsonNode> told = slow.everythingPassedOver();
            Scene.assertSame(told.getLast(), "{'disconnect':{'code':4408,'reason':'too slow','reconnect':true}}");
            assertThat(told).hasSizeLessThan(NOTICES);
        }
        try (ClientSocket back = scene.openAt(scene.gateways().other())) {
            JsonNode answer = scene.channelsOf(back, "{}", "inbox").get("inbox");
            Stand.of("inbox", answer).followGap(back, answer, NOTICES - KEPT + 1, NOTICES);
        }
    }

    @Test
    void aClientThatReadsIsToldEverythingWhileAnotherDoesNot() {
        double before = scene.closed(4408);
        try (ClientSocket slow = narrow("inbox");
                ClientSocket quick = scene.open()) {
            Stand stand =
                    Stand.of("inbox", scene.channelsOf(quick, "{}", "inbox").get("inbox"));
            slow.transport().stopReading();
            Notices notices = scene.inbox();
            while (scene.closed(4408) == before) {
                int last = notices.publish(100);
                stand = stand.follow(quick, last - 99, last);
            }
            scene.assertServed(quick);
            slow.transport().readOn();
        }
    }

    @Test
    void whoReadsNoValuesIsNotClosedAndGetsTheLatest() {
        String channel = "quotes." + scene.instrument();
        try (ClientSocket slow = narrow(channel);
                ClientSocket quick = scene.connect(channel)) {
            slow.transport().stopReading();
            String last = "";
            for (int i = 1; i <= QUOTES; i++) {
                last = scene.quoteUnstored(scene.instrument(), i);
            }
            JsonNode latest = Requests.json(last);
            quick.await(message -> message.get("push").get("data").equals(latest));
            slow.transport().readOn();
            slow.await(message -> message.get("push").get("data").equals(latest));
            assertThat(slow.everythingPassedOver()).hasSizeLessThan(QUOTES / 2);
            assertThat(slow.ask(Requests.PING).get("result")).isNotNull();
        }
    }

    private ClientSocket narrow(String channel) {
        ClientSocket client = ClientSocket.over(scene.begin(scene.gateways().one(), Opening.PLAIN.narrowly()));
        assertThat(scene.channelsOf(client, "{}", channel)).isNotNull();
        return client;
    }
}
