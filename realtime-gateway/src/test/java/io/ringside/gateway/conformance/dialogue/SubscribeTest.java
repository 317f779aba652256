package io.ringside.gateway.conformance.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.transport.TransportKind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which channels a client hears, and which it does not. */
@OverEveryTransport
class SubscribeTest {
    private final Scene scene;
    private final String instrument;
    private final String channel;

    SubscribeTest(TransportKind transport) {
        scene = new Scene(transport);
        instrument = scene.instrument();
        channel = "quotes." + instrument;
    }

    @Test
    void aConflatedChannelIsLive() {
        try (ClientSocket client = scene.connect()) {
            assertLive(client, channel);
        }
    }

    @Test
    void theLastValueFollowsTheAnswer() {
        String last = scene.quote(instrument, 1);
        try (ClientSocket client = scene.connect()) {
            assertLive(client, channel);
            Scene.assertNext(client, Scene.told(channel, last));
        }
    }

    @Test
    void eachNewValueFollows() {
        try (ClientSocket client = scene.connect(channel)) {
            for (int i = 1; i <= 3; i++) {
                Scene.assertNext(client, Scene.told(channel, scene.quote(instrument, i)));
            }
        }
    }

    @Test
    void allQuotesComeUnderTheNameOfAll() {
        try (ClientSocket client = scene.connect("quotes.*")) {
            String quote = scene.quote(instrument, 1);
            Scene.assertSame(client.await(this::isOfInstrument), Scene.told("quotes.*", quote));
        }
    }

    @Test
    void whoAsksForOneAndForAllIsToldUnderBothNames() {
        try (ClientSocket client = scene.connect(channel, "quotes.*")) {
            String quote = scene.quote(instrument, 1);
            JsonNode one = client.await(this::isOfInstrument);
            JsonNode other = client.await(this::isOfInstrument);
            boolean allFirst = one.get("push").get("channel").getStringValue().equals("quotes.*");
            Scene.assertSame(allFirst ? other : one, Scene.told(channel, quote));
            Scene.assertSame(allFirst ? one : other, Scene.told("quotes.*", quote));
        }
    }

    @Test
    void nobodyIsToldAValueAgainBecauseAnotherAsksForIt() {
        Scene another = scene.ofSomebodyElse();
        try (ClientSocket client = scene.connect(channel)) {
            Scene.assertNext(client, Scene.told(channel, scene.quote(instrument, 1)));
            another.quote(another.instrument(), 1);
            try (ClientSocket all = another.connect("quotes.*")) {
                all.await(message -> isOf(another.instrument(), message));
                Scene.assertNext(client, Scene.told(channel, scene.quote(instrument, 2)));
            }
        }
    }

    private boolean isOfInstrument(JsonNode message) {
        return isOf(instrument, message);
    }

    private static boolean isOf(String instrument, JsonNode message) {
        JsonNode push = message.get("push");
        return push != null
                && push.get("type").getStringValue().equals("quote")
                && push.get("data").get("instrument").getStringValue().equals(instrument);
    }

    @Test
    void theValuationsOfOnesOwnAccountAreLive() {
        try (ClientSocket client = scene.connect()) {
            assertLive(client, "valuations." + scene.user());
        }
    }

    @Test
    void whatOperatorsTellBeginsWithAllThatHolds() {
        try (ClientSocket client = scene.connect()) {
            assertLive(client, "system");
            Scene.assertNext(client, "{'push':{'channel':'system','type':'system.list','data':{}}}");
        }
    }

    @Test
    void aChannelThatThereIsNotIsNotFound() {
        try (ClientSocket client = scene.connect()) {
            scene.assertRefused(client, Requests.subscribe("nowhere"), """
                {'code':'NOT_FOUND','message':'There is no channel nowhere.','temporary':false,'field':'channels'}""");
        }
    }

    @Test
    void aChannelOfSomebodyElseIsForbidden() {
        try (ClientSocket client = scene.connect()) {
            scene.assertRefused(client, Requests.subscribe("valuations.HARBOUR-1"), """
                {'code':'FORBIDDEN','message':'The account is not yours.','temporary':false,'field':'channels'}""");
        }
    }

    @Test
    void allChannelsOfARequestAreSubscribedOrNone() {
        try (ClientSocket client = scene.connect();
                ClientSocket witness = scene.connect(channel)) {
            assertThat(client.ask(Requests.subscribe(channel, "nowhere")).get("error"))
                    .isNotNull();
            scene.quote(instrument, 1);
            witness.push(channel);
            scene.assertServed(client);
        }
    }

    @Test
    void whoAsksForWhatItHasHearsNothingTwice() {
        try (ClientSocket client = scene.connect(channel)) {
            assertLive(client, channel);
            Scene.assertNext(client, Scene.told(channel, scene.quote(instrument, 1)));
            scene.assertServed(client);
        }
    }

    @Test
    void unsubscribedNamesWhatTheClientHad() {
        try (ClientSocket client = scene.connect(channel, "inbox", "system")) {
            client.push("system");
            int id = client.send(Requests.unsubscribe(channel, "quotes.other", "inbox", "nowhere"));
            Scene.assertNext(client, "{'id':%d,'result':{'unsubscribed':['%s','inbox']}}", id, channel);
            int again = client.send(Requests.unsubscribe(channel, "inbox"));
            Scene.assertNext(client, "{'id':%d,'result':{'unsubscribed':[]}}", again);
        }
    }

    @Test
    void whatWasLeftTellsNothingMore() {
        try (ClientSocket client = scene.connect(channel, "inbox");
                ClientSocket witness = scene.connect(channel, "inbox")) {
            client.ask(Requests.unsubscribe(channel, "inbox"));
            scene.quote(instrument, 1);
            scene.inbox().publish(1);
            witness.push(channel);
            witness.push("inbox");
            scene.assertServed(client);
        }
    }

    @Test
    void whatWasLeftMayBeAskedForAgain() {
        String last = scene.quote(instrument, 1);
        try (ClientSocket client = scene.connect(channel)) {
            client.push(channel);
            client.ask(Requests.unsubscribe(channel));
            assertLive(client, channel);
            Scene.assertNext(client, Scene.told(channel, last));
        }
    }

    @Test
    void aClientMayHave512ChannelsAndNoMore() {
        try (ClientSocket client = scene.connect(names(1, 256))) {
            assertThat(client.ask(Requests.subscribe(names(257, 512))).get("result"))
                    .isNotNull();
            scene.assertRefused(client, Requests.subscribe(channel), """
                {'code':'MALFORMED','message':'at most 512 channels on one socket','temporary':false,\
                'field':'channels'}""");
        }
    }

    private String[] names(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> channel + '-' + i)
                .toArray(String[]::new);
    }

    private static void assertLive(ClientSocket client, String channel) {
        int id = client.send(Requests.subscribe(channel));
        Scene.assertNext(client, "{'id':%d,'result':{'subscribed':{'%s':{'mode':'live'}}}}", id, channel);
    }
}
