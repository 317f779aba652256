package io.ringside.gateway.conformance.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Requests;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.transport.TransportKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every message has, in both directions. */
@OverEveryTransport
class EnvelopeTest {
    private static final int MESSAGE_BYTES_MAX = 64 * 1024;
    private static final long ID_MAX = (1L << 53) - 1;

    private final Scene scene;

    EnvelopeTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void aRequestIsAnsweredWithItsIdAndOneResult() {
        try (ClientSocket client = scene.connect()) {
            client.sendRaw("{\"id\":77,\"ping\":{}}");
            assertPong(client, 77);
        }
    }

    @Test
    void requestsAreAnsweredInTheOrderInWhichTheyCame() {
        try (ClientSocket client = scene.connect()) {
            List<Integer> asked = new ArrayList<>();
            List<Integer> answered = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                asked.add(client.send(Requests.PING));
            }
            for (int i = 0; i < 20; i++) {
                answered.add(client.next().get("id").getIntValue());
            }
            assertThat(answered).isEqualTo(asked);
        }
    }

    @Test
    void anIdMayBeTheLargestThatADoubleCountsTo() {
        try (ClientSocket client = scene.connect()) {
            client.sendRaw("{\"id\":" + ID_MAX + ",\"ping\":{}}");
            assertPong(client, ID_MAX);
        }
    }

    @Test
    void anIdMayComeAgain() {
        try (ClientSocket client = scene.connect()) {
            client.sendRaw("{\"id\":1,\"ping\":{}}");
            client.sendRaw("{\"id\":1,\"ping\":{}}");
            assertPong(client, 1);
            assertPong(client, 1);
        }
    }

    @Test
    void theIdMayStandBehindTheRequest() {
        try (ClientSocket client = scene.connect()) {
            client.sendRaw("{\"ping\":{},\"id\":5}");
            assertPong(client, 5);
        }
    }

    @Test
    void anErrorHasACodeASentenceAndTheFieldAndSaysWhetherItPasses() {
        try (ClientSocket client = scene.connect()) {
            client.sendRaw("{\"id\":9,\"resync\":{\"channel\":\"Inbox\"}}");
            Scene.assertNext(client, """
                    {'id':9,'error':{'code':'MALFORMED','message':'resync.channel must be the name of a channel',\
                    'temporary':false,'field':'resync.channel'}}""");
        }
    }

    @Test
    void aClientIsServedOnAfterAnError() {
        try (ClientSocket client = scene.connect()) {
            assertThat(client.ask(Requests.resync("Inbox", "null")).get("error"))
                    .isNotNull();
            scene.assertServed(client);
        }
    }

    @Test
    void whatIsWrittenWithSpacesAndEscapesIsTheSame() {
        try (ClientSocket client = scene.connect()) {
            client.sendRaw("  { \"id\" :\t6 , \"p\\u0069ng\" : { } } ");
            assertPong(client, 6);
        }
    }

    @Test
    void aFieldThatIsNullIsNotThere() {
        try (ClientSocket client = scene.connect()) {
            int id = client.send("\"subscribe\":{\"channels\":[\"system\"],\"positions\":null}");
            Scene.assertNext(client, "{'id':%d,'result':{'subscribed':{'system':{'mode':'live'}}}}", id);
        }
    }

    @Test
    void textBeyondAsciiArrivesAsItWasSent() {
        try (ClientSocket client = scene.connect()) {
            scene.assertRefused(client, "\"ping\":{\"größe 😀\":1}", """
                {'code':'MALFORMED','message':'ping.größe 😀 is not a known field','temporary':false,\
                'field':'ping.größe 😀'}""");
        }
    }

    @Test
    void aNameThatIsRepeatedInAnErrorIsCutTo64Characters() {
        try (ClientSocket client = scene.connect()) {
            scene.assertRefused(client, "\"ping\":{\"" + "n".repeat(65) + "\":1}", """
                {'code':'MALFORMED','message':'ping.%1$s is not a known field','temporary':false,'field':'ping.%1$s'}\
                """, "n".repeat(64));
        }
    }

    @Test
    void aMessageMayHave64Kibibytes() {
        try (ClientSocket client = scene.connect()) {
            String head = "{\"id\":8,\"ping\":{}";
            client.sendRaw(head + " ".repeat(MESSAGE_BYTES_MAX - head.length() - 1) + "}");
            assertPong(client, 8);
        }
    }

    @Test
    void aPushNamesItsChannelAndTypeAndHasNoId() {
        String channel = "quotes." + scene.instrument();
        try (ClientSocket client = scene.connect(channel)) {
            String quote = scene.quote(scene.instrument(), 1);
            Scene.assertNext(client, Scene.told(channel, quote));
        }
    }

    private void assertPong(ClientSocket client, long id) {
        Scene.assertNext(client, "{'id':%d,'result':{'pong':{'serverTime':'%s'}}}", id, scene.now());
    }
}
