package io.ringside.gateway.conformance.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.journey.Notices;
import io.ringside.gateway.transport.TransportKind;
import org.junit.jupiter.api.Test;

/** What a client that comes back is told about what it missed. */
@OverEveryTransport
class ResumeTest {
    private static final int KEPT = 101;

    private final Scene scene;
    private final Notices notices;

    ResumeTest(TransportKind transport) {
        scene = new Scene(transport);
        notices = scene.inbox();
    }

    @Test
    void theFirstVisitIsAGapThatSaysSo() {
        notices.publish(3);
        try (ClientSocket client = scene.open()) {
            JsonNode answer = scene.channelsOf(client, "{}", "inbox").get("inbox");
            Stand end = assertFirst(answer, 3);
            assertThat(end.followGap(client, answer, 1, 3)).isEqualTo(end);
        }
    }

    @Test
    void theFirstVisitToAnEmptyChannelStandsWhereItSays() {
        try (ClientSocket client = scene.open()) {
            Stand stand = assertFirst(scene.channelsOf(client, "{}", "inbox").get("inbox"), 0);
            notices.publish(1);
            stand.follow(client, 1, 1);
        }
    }

    private static Stand assertFirst(JsonNode answer, int count) {
        Stand stand = Stand.of("inbox", answer);
        Scene.assertSame(
                answer,
                "{'mode':'gap','position':%s,'count':%d,'firstAvailable':%d,'reason':'first'}",
                stand.position(),
                count,
                answer.get("firstAvailable").getLongValue());
        return stand;
    }

    @Test
    void whatWasMissedIsReplayed() {
        Stand stand = standAfter(5);
        notices.publish(2);
        assertReplayed(scene.gateways().one(), stand, 6, 7);
    }

    @Test
    void anyGatewayReplaysIt() {
        Stand stand = standAfter(5);
        notices.publish(2);
        assertReplayed(scene.gateways().other(), stand, 6, 7);
    }

    @Test
    void aFullQueueIsReplayedWhole() {
        Stand stand = standAfter(1);
        notices.publish(KEPT - 1);
        assertReplayed(scene.gateways().other(), stand, 2, KEPT);
    }

    @Test
    void whoWasHereBeforeTheFirstNoticeMissesNone() {
        Stand stand = standAfter(0);
        notices.publish(KEPT - 1);
        assertReplayed(scene.gateways().other(), stand, 1, KEPT - 1);
    }

    @Test
    void aGatewayThatHeardThemReplaysMoreThanTheStreamHolds() {
        Stand stand = standAfter(1);
        try (ClientSocket witness = scene.connect("inbox")) {
            notices.publish(150);
            witness.push("inbox");
            for (int i = 0; i < 150; i++) {
                witness.push("inbox");
            }
            assertReplayed(scene.gateways().one(), stand, 2, 151);
        }
    }

    private void assertReplayed(GatewayUnderTest gateway, Stand stand, int first, int last) {
        try (ClientSocket client = scene.openAt(gateway)) {
            JsonNode answer =
                    scene.channelsOf(client, stand.positions(), "inbox").get("inbox");
            Stand end = Stand.of("inbox", answer);
            Scene.assertSame(answer, "{'mode':'replay','position':%s,'count':%d}", end.position(), last - first + 1);
            assertThat(stand.follow(client, first, last)).isEqualTo(end);
            notices.publish(1);
            end.follow(client, last + 1, last + 1);
        }
    }

    @Test
    void whoMissedNothingIsLive() {
        Stand stand = standAfter(2);
        try (ClientSocket client = scene.openAt(scene.gateways().other())) {
            JsonNode answer =
                    scene.channelsOf(client, stand.positions(), "inbox").get("inbox");
            Scene.assertSame(answer, "{'mode':'live','position':%s}", stand.position());
            notices.publish(1);
            stand.follow(client, 3, 3);
        }
    }

    @Test
    void whoMissedMoreIsToldThatSomeAreGone() {
        Stand stand = standAfter(1);
        notices.publish(KEPT);
        assertGap(stand, "evicted", 2, KEPT + 1);
    }

    @Test
    void whoStandsInAnotherStreamIsToldSo() {
        Stand stand = standAfter(3);
        assertGap(new Stand("inbox", "another", stand.sequence()), "epoch", 1, 3);
    }

    @Test
    void whoStandsPastTheEndOfTheStreamIsToldSo() {
        Stand stand = standAfter(3);
        assertGap(stand.plus(1_000_000), "epoch", 1, 3);
    }

    private void assertGap(Stand stand, String reason, int first, int last) {
        try (ClientSocket client = scene.openAt(scene.gateways().other())) {
            JsonNode answer =
                    scene.channelsOf(client, stand.positions(), "inbox").get("inbox");
            Stand end = Stand.of("inbox", answer);
            Scene.assertSame(
                    answer,
                    "{'mode':'gap','position':%s,'count':%d,'firstAvailable':%d,'reason':'%s'}",
                    end.position(),
                    last - first + 1,
                    answer.get("firstAvailable").getLongValue(),
                    reason);
            assertThat(end.followGap(client, answer, first, last)).isEqualTo(end);
        }
    }

    @Test
    void aPositionInAChannelThatWasNotAskedForIsPassedOver() {
        try (ClientSocket client = scene.open()) {
            Stand nowhere = new Stand("alerts", "another", 7);
            Scene.assertSame(scene.channelsOf(client, nowhere.positions()), "{}");
            scene.assertServed(client);
        }
    }

    @Test
    void aPositionInAConflatedChannelIsPassedOver() {
        String channel = "quotes." + scene.instrument();
        try (ClientSocket client = scene.open()) {
            Stand nowhere = new Stand(channel, "another", 7);
            Scene.assertSame(scene.channelsOf(client, nowhere.positions(), channel), "{'%s':{'mode':'live'}}", channel);
        }
    }

    /** Publishes that many, and gives where a client stands that has seen them all. */
    private Stand standAfter(int count) {
        notices.publish(count);
        try (ClientSocket client = scene.open()) {
            JsonNode answer = scene.channelsOf(client, "{}", "inbox").get("inbox");
            for (int i = 0; i < count; i++) {
                client.push("inbox");
            }
            return Stand.of("inbox", answer);
        }
    }
}
