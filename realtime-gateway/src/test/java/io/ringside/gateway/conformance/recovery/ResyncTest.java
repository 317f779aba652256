package io.ringside.gateway.conformance.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.Notices;
import io.ringside.gateway.transport.TransportKind;
import org.junit.jupiter.api.Test;

/** How a client that is there starts a channel again. */
@OverEveryTransport
class ResyncTest {
    private final Scene scene;
    private final Notices notices;

    ResyncTest(TransportKind transport) {
        scene = new Scene(transport);
        notices = scene.inbox();
    }

    @Test
    void aResyncStartsAgainFromAPosition() {
        notices.publish(4);
        try (ClientSocket client = scene.open()) {
            JsonNode first = scene.channelsOf(client, "{}", "inbox").get("inbox");
            Stand end = Stand.of("inbox", first);
            Stand stand = end.followGap(client, first, 1, 1);
            assertThat(stand.follow(client, 2, 4)).isEqualTo(end);
            int id = client.send(Requests.resync("inbox", stand.position()));
            Scene.assertNext(
                    client,
                    "{'id':%d,'result':{'subscribed':{'inbox':{'mode':'replay','position':%s,'count':3}}}}",
                    id,
                    end.position());
            assertThat(stand.follow(client, 2, 4)).as("the same once more").isEqualTo(end);
        }
    }

    @Test
    void aResyncWhereNothingWasMissedIsLive() {
        notices.publish(1);
        try (ClientSocket client = scene.open()) {
            Stand end = Stand.first(scene, client, "inbox");
            client.push("inbox");
            int id = client.send(Requests.resync("inbox", end.position()));
            Scene.assertNext(
                    client,
                    "{'id':%d,'result':{'subscribed':{'inbox':{'mode':'live','position':%s}}}}",
                    id,
                    end.position());
            notices.publish(1);
            end.follow(client, 2, 2);
        }
    }

    @Test
    void aResyncFromNowhereIsLikeAFirstVisit() {
        notices.publish(2);
        try (ClientSocket client = scene.open()) {
            JsonNode first = scene.channelsOf(client, "{}", "inbox").get("inbox");
            Stand end = Stand.of("inbox", first);
            end.followGap(client, first, 1, 2);
            JsonNode again = subscribed(client, Requests.resync("inbox", "null"));
            assertThat(again).isEqualTo(first);
            end.followGap(client, again, 1, 2);
        }
    }

    @Test
    void whoLeavesAChannelAndComesBackGetsWhatItMissed() {
        try (ClientSocket client = scene.open()) {
            Stand stand = Stand.first(scene, client, "inbox");
            client.ask(Requests.unsubscribe("inbox"));
            notices.publish(2);
            JsonNode answer = subscribed(client, Requests.subscribeAt(stand.positions(), "inbox"));
            Stand end = Stand.of("inbox", answer);
            Scene.assertSame(answer, "{'mode':'replay','position':%s,'count':2}", end.position());
            assertThat(stand.follow(client, 1, 2)).isEqualTo(end);
        }
    }

    private static JsonNode subscribed(ClientSocket client, String request) {
        return client.ask(request).get("result").get("subscribed").get("inbox");
    }
}
