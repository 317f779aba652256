package io.ringside.gateway.conformance.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.journey.Told;
import io.ringside.gateway.transport.TransportKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often a client is told what is conflated, as it chose; beside one that hears everything. */
@OverEveryTransport
class ValuePaceTest {
    private static final int INSTRUMENTS = 60;
    private static final int BYTES_PER_SECOND = 4_096;

    private final Scene scene;
    private final String instrument;
    private final String channel;

    ValuePaceTest(TransportKind transport) {
        scene = new Scene(transport);
        instrument = scene.instrument();
        channel = "quotes." + instrument;
    }

    @Test
    void aPaceIsAnsweredAsItHolds() {
        try (ClientSocket client = scene.connect()) {
            for (String pace :
                    new String[] {"{'updatesPerSecond':50,'bytesPerSecond':1048576}", "{'bytesPerSecond':4096}", "{}"
                    }) {
                int id = client.send(Requests.quoted("'pace':" + pace));
                Scene.assertNext(client, "{'id':%d,'result':{'paced':%s}}", id, pace);
            }
        }
    }

    @Test
    void whoChoseAPaceIsToldTheLatestOfEachRound() {
        try (ClientSocket free = scene.connect(channel);
                ClientSocket paced = scene.connect()) {
            paced.ask(Requests.quoted("'pace':{'updatesPerSecond':1}"));
            paced.ask(Requests.subscribe(channel));
            Scene.assertNext(paced, Scene.told(channel, publish(free, 1)));
            publish(free, 2);
            publish(free, 3);
            String latest = publish(free, 4);
            scene.assertServed(paced);
            scene.advance(Duration.ofSeconds(1));
            Scene.assertNext(paced, Scene.told(channel, latest));
        }
    }

    @Test
    void aPaceMayComeWithConnect() {
        try (ClientSocket free = scene.connect(channel);
                ClientSocket paced = scene.open()) {
            String pace = "'pace':{'updatesPerSecond':1},'channels'";
            paced.ask(Requests.connect(scene.ticket(), channel).replace("\"channels\"", Requests.quoted(pace)));
            Scene.assertNext(paced, Scene.told(channel, publish(free, 1)));
            publish(free, 2);
            scene.assertServed(paced);
        }
    }

    @Test
    void whoTakesItsPaceBackIsToldEveryValueAgain() {
        try (ClientSocket free = scene.connect(channel);
                ClientSocket paced = scene.connect(channel)) {
            paced.ask(Requests.quoted("'pace':{'updatesPerSecond':1}"));
            Scene.assertNext(paced, Scene.told(channel, publish(free, 1)));
            paced.ask(Requests.quoted("'pace':{}"));
            for (int i = 2; i < 5; i++) {
                Scene.assertNext(paced, Scene.told(channel, publish(free, i)));
            }
        }
    }

    @Test
    void noMoreBytesOfValuesComeInASecondThanWereChosenAndTheOthersLater() {
        String[] instruments = IntStream.range(0, INSTRUMENTS)
                .mapToObj(i -> instrument + '-' + i)
                .toArray(String[]::new);
        String[] channels = IntStream.range(0, INSTRUMENTS)
                .mapToObj(i -> "quotes." + instruments[i])
                .toArray(String[]::new);
        try (ClientSocket free = scene.connect(channels);
                ClientSocket paced = scene.connect(channels)) {
            paced.ask(Requests.quoted("'pace':{'bytesPerSecond':" + BYTES_PER_SECOND + '}'));
            int size = 0;
            for (int i = 0; i < INSTRUMENTS; i++) {
                size = Scene.told(channels[i], scene.quote(instruments[i], 1)).length();
                free.push(channels[i]);
            }
            paced.ask(Requests.PING);
            Set<String> told = new HashSet<>();
            for (JsonNode early : paced.everythingPassedOver()) {
                told.add(early.get("push").get("channel").getStringValue());
            }
            assertThat(told.size() * size).isBetween(BYTES_PER_SECOND / 2, BYTES_PER_SECOND * 2);
            assertThat(told).hasSizeLessThan(INSTRUMENTS);
            for (int second = 0; second < INSTRUMENTS * size / BYTES_PER_SECOND; second++) {
                scene.advance(Duration.ofSeconds(1));
                paced.ask(Requests.PING);
            }
            for (String each : channels) {
                paced.push(each);
            }
        }
    }

    @Test
    void whatIsNotConflatedKeepsNoPace() {
        try (ClientSocket paced = scene.connect("inbox")) {
            paced.ask(Requests.quoted("'pace':{'updatesPerSecond':1,'bytesPerSecond':4096}"));
            scene.inbox().publish(50);
            for (int i = 1; i <= 50; i++) {
                assertThat(Told.numberOf(paced.push("inbox"))).isEqualTo(i);
            }
        }
    }

    /** Publishes a quote and waits until the other one has it. */
    private String publish(ClientSocket other, int number) {
        String quote = scene.quote(instrument, number);
        Scene.assertNext(other, Scene.told(channel, quote));
        return quote;
    }
}
