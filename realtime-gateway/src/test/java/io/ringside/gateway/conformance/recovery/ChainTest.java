package io.ringside.gateway.conformance.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.journey.Notices;
import io.ringside.gateway.journey.Told;
import io.ringside.gateway.transport.TransportKind;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** By what a client knows that it has everything, and how it gets what it has not. */
@OverEveryTransport
class ChainTest {
    /** Notices that one visit takes. */
    private static final int VISIT = 30;

    private static final int VISITS = 6;
    /** Never further ahead than the queue holds. */
    private static final int AHEAD_MAX = 60;

    private final Scene scene;
    private final Notices notices;

    ChainTest(TransportKind transport) {
        scene = new Scene(transport);
        notices = scene.inbox();
    }

    @Test
    void aNoticeArrivesAsItWasWritten() {
        try (ClientSocket client = scene.open()) {
            Stand stand = Stand.first(scene, client, "inbox");
            notices.publish(1);
            JsonNode told = client.next();
            Scene.assertSame(
                    told,
                    "{'push':{'channel':'inbox','type':'order.updated','sequence':%d,'previous':%d,'data':%s}}",
                    stand.after(told.get("push")).sequence(),
                    stand.sequence(),
                    Told.order(1));
        }
    }

    @Test
    void everyPushNamesTheOneBeforeIt() {
        try (ClientSocket client = scene.open()) {
            Stand stand = Stand.first(scene, client, "inbox");
            for (int i = 1; i <= 5; i++) {
                notices.publish(1);
                stand = stand.follow(client, i, i);
            }
        }
    }

    @Test
    void noticesOfOthersAreNotTold() {
        Scene another = scene.ofSomebodyElse();
        try (ClientSocket client = scene.connect("inbox");
                ClientSocket other = another.connect("inbox")) {
            another.inbox().publish(1);
            assertThat(Told.numberOf(other.push("inbox"))).isEqualTo(1);
            scene.assertServed(client);
        }
    }

    @Test
    void allClientsOfAUserAreToldTheSame() {
        try (ClientSocket one = scene.connect("inbox");
                ClientSocket other = scene.connectTo(scene.gateways().other(), "{}", "inbox")) {
            notices.publish(3);
            for (int i = 0; i < 3; i++) {
                assertThat(one.push("inbox")).isEqualTo(other.push("inbox"));
            }
        }
    }

    @Test
    void bothPersonalChannelsAreAnsweredBeforeTheFirstPush() {
        notices.publish(3);
        scene.alerts().publish(2);
        try (ClientSocket client = scene.open()) {
            JsonNode channels = scene.channelsOf(client, "{}", "inbox", "alerts");
            assertThat(client.nothingCameEarly()).isTrue();
            Stand.of("inbox", channels.get("inbox")).followGap(client, channels.get("inbox"), 1, 3);
            Stand.of("alerts", channels.get("alerts")).followGap(client, channels.get("alerts"), 1, 2);
        }
    }

    @Test
    void eachChannelResumesFromItsOwnPosition() {
        Notices alerts = scene.alerts();
        alerts.publish(2);
        Stand inbox;
        Stand atAlerts;
        try (ClientSocket client = scene.open()) {
            JsonNode channels = scene.channelsOf(client, "{}", "inbox", "alerts");
            inbox = Stand.of("inbox", channels.get("inbox"));
            atAlerts = Stand.of("alerts", channels.get("alerts"));
        }
        notices.publish(2);
        try (ClientSocket client = scene.openAt(scene.gateways().other())) {
            String positions =
                    Requests.quoted("{'inbox':%s,'alerts':%s}".formatted(inbox.position(), atAlerts.position()));
            JsonNode channels = scene.channelsOf(client, positions, "inbox", "alerts");
            assertThat(channels.get("inbox").get("mode").getStringValue()).isEqualTo("replay");
            Scene.assertSame(channels.get("alerts"), "{'mode':'live','position':%s}", atAlerts.position());
            inbox.follow(client, 1, 2);
            alerts.publish(1);
            atAlerts.follow(client, 3, 3);
        }
    }

    @Test
    void whoIsThereFindsNoGapWhenEverythingIsSettled() {
        Notices alerts = scene.alerts();
        try (ClientSocket client = scene.open()) {
            Stand stand = Stand.first(scene, client, "alerts");
            alerts.publish(2);
            alerts.settle();
            alerts.publish(1);
            stand.follow(client, 1, 4);
        }
    }

    @Test
    void whoWasAwayWhenEverythingWasSettledIsToldThatSomeAreGone() {
        Notices alerts = scene.alerts();
        Stand stand;
        try (ClientSocket client = scene.open()) {
            stand = Stand.first(scene, client, "alerts");
        }
        alerts.publish(2);
        alerts.settle();
        try (ClientSocket client = scene.openAt(scene.gateways().other())) {
            JsonNode answer =
                    scene.channelsOf(client, stand.positions(), "alerts").get("alerts");
            Stand end = Stand.of("alerts", answer);
            Scene.assertSame(
                    answer,
                    "{'mode':'gap','position':%s,'count':1,'firstAvailable':%d,'reason':'evicted'}",
                    end.position(),
                    end.sequence());
            end.followGap(client, answer, 3, 3);
        }
    }

    @Test
    void nothingIsLostOrDoubledBetweenWhatIsReplayedAndWhatIsNew() {
        Stand stand;
        try (ClientSocket client = scene.open()) {
            stand = Stand.first(scene, client, "inbox");
        }
        AtomicBoolean stop = new AtomicBoolean();
        Semaphore ahead = new Semaphore(AHEAD_MAX);
        Thread publisher = Thread.startVirtualThread(() -> {
            while (!stop.get()) {
                ahead.acquireUninterruptibly();
                notices.publish(1);
            }
        });
        try {
            for (int visit = 0; visit < VISITS; visit++) {
                stand = visit(
                        visit % 2 == 0
                                ? scene.gateways().one()
                                : scene.gateways().other(),
                        stand,
                        visit);
                ahead.release(VISIT);
            }
        } finally {
            stop.set(true);
            ahead.release();
            join(publisher);
        }
    }

    /** A short visit: goes along the chain from where it stands, and gives where it stands then. */
    private Stand visit(GatewayUnderTest gateway, Stand stand, int visit) {
        ClientSocket client = scene.openAt(gateway);
        JsonNode answer = scene.channelsOf(client, stand.positions(), "inbox").get("inbox");
        assertThat(answer.get("mode").getStringValue()).isIn("live", "replay");
        Stand end = stand.follow(client, visit * VISIT + 1, visit * VISIT + VISIT);
        client.close();
        return end;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
