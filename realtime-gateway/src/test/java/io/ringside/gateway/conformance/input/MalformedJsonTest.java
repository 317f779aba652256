package io.ringside.gateway.conformance.input;

import io.ringside.gateway.conformance.OverEveryTransport;
import io.ringside.gateway.conformance.Scene;
import io.ringside.gateway.journey.ClientSocket;
import io.ringside.gateway.transport.TransportKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends what is no message at all is told what it was, and closed for good. */
@OverEveryTransport
class MalformedJsonTest {
    private static final String NOT_WELL_FORMED = "the message is not well-formed JSON of at most 16 levels";
    private static final int MESSAGE_BYTES_MAX = 64 * 1024;
    private static final int TEXT_CHARACTERS_MAX = 8 * 1024;

    private final Scene scene;

    MalformedJsonTest(TransportKind transport) {
        scene = new Scene(transport);
    }

    @Test
    void aBlankMessageIsNone() {
        assertClosed(" ", "the message is empty, one JSON object is expected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"id\":1,\"ping\":{}", "nonsense", "{\"id\":1,\"ping\":{},}", "{'id':1,'ping':{}}", "{id:1}"})
    void whatIsNotJsonIsNoMessage(String text) {
        assertClosed(text, NOT_WELL_FORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1,\"ping\":{}}{\"id\":2,\"ping\":{}}", "{\"id\":1,\"ping\":{}} 2"})
    void twoValuesAreNotOneMessage(String text) {
        assertClosed(text, "the message has more than one JSON value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"ping\"", "null", "true"})
    void aMessageIsAnObject(String text) {
        assertClosed(text, "the message is not a JSON object");
    }

    @Test
    void aMessageHasAtMost16Levels() {
        assertClosed("{\"id\":1,\"ping\":" + "[".repeat(16) + "]".repeat(16) + "}", NOT_WELL_FORMED);
    }

    @Test
    void aNameComesOnceInAnObject() {
        assertClosed("{\"id\":1,\"ping\":{},\"id\":2}", NOT_WELL_FORMED);
    }

    @Test
    void aTextHasAtMost8192Characters() {
        assertClosed("{\"id\":1,\"ping\":\"" + "x".repeat(TEXT_CHARACTERS_MAX + 1) + "\"}", NOT_WELL_FORMED);
    }

    @Test
    void aNumberHasAtMost32Characters() {
        assertClosed("{\"id\":" + "1".repeat(33) + ",\"ping\":{}}", NOT_WELL_FORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ping\":{}}", "{\"id\":null,\"ping\":{}}"})
    void aMessageHasAnId(String text) {
        assertClosed(text, "id is required");
    }

    @Test
    void anIdIsANumber() {
        assertClosed("{\"id\":\"1\",\"ping\":{}}", "id must be a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "9007199254740992"})
    void anIdIsAWholeNumberThatADoubleCountsTo(String id) {
        assertClosed("{\"id\":" + id + ",\"ping\":{}}", "id must be a whole number from 1 to 9007199254740991");
    }

    @Test
    void aMessageAsksForSomething() {
        assertClosed("{\"id\":1}", "the message must have an id and exactly one request");
    }

    @Test
    void aMessageAsksForOneThing() {
        assertClosed("{\"id\":1,\"ping\":{},\"pace\":{}}", "the message must have an id and exactly one request");
    }

    @Test
    void whatIsAskedForIsKnown() {
        assertClosed("{\"id\":1,\"dance\":{}}", "the message is not a known request");
    }

    @Test
    void aMessageIsUtf8() {
        try (ClientSocket client = scene.connect()) {
            client.transport().send(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'});
            scene.assertEnded(client, 1007, "not UTF-8");
        }
    }

    @Test
    void aMessageHasAtMost64Kibibytes() {
        try (ClientSocket client = scene.connect()) {
            client.sendRaw(" ".repeat(MESSAGE_BYTES_MAX + 1));
            scene.assertEnded(client, 1009, "message too big");
        }
    }

    @Test
    void theFirstMessageIsHeldToTheSameRules() {
        try (ClientSocket client = scene.open()) {
            client.sendRaw("nonsense");
            scene.assertClosed(client, 4501, NOT_WELL_FORMED);
        }
    }

    @Test
    void whatStandsBehindItIsNotAnswered() {
        try (ClientSocket client = scene.connect()) {
            client.sendRaw("{\"id\":5,\"ping\":{}}");
            client.sendRaw("nonsense");
            client.sendRaw("{\"id\":7,\"ping\":{}}");
            client.await(message -> message.get("id").getIntValue() == 5);
            scene.assertClosed(client, 4501, NOT_WELL_FORMED);
        }
    }

    private void assertClosed(String message, String reason) {
        try (ClientSocket client = scene.connect()) {
            client.sendRaw(message);
            scene.assertClosed(client, 4501, reason);
        }
    }
}
