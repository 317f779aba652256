package io.ringside.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.gateway.documents.Described;
import io.ringside.gateway.json.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the document says of a request on the socket, and what its reader says of it. */
class SocketRequestsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POSITIONS = "'positions':{'inbox':{'epoch':'e','sequence':1}}";
    /** Values that some field may take, or just not. */
    private static final String VALUES = """
        null true 0 1 -1 1.5 5.0 50 51 4095 4096 1048576 1048577
        604800 604801 9007199254740991 9007199254740992 {} [] [null] [1]
        "" "a" "a b" "ä" "a\\n" "inbox" "Inbox" "quotes.*" "quotes.**" "quotes.a.b" ["quotes.ADA-XBT"] ["a b"]
        ["inbox","inbox"] {"epoch":"e"} {"epoch":"e","sequence":-1} {"epoch":"e","sequence":0}
        {"epoch":"","sequence":0} {"epoch":"e","sequence":0,"more":1}
        {"inbox":{"epoch":"e","sequence":0}} {"inbox":{"epoch":"e"}} {"inbox":1}
        {"updatesPerSecond":1} {"bytesPerSecond":1}""";

    private static final Described DOCUMENT = Described.read("asyncapi.json");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connect|{'ticket':'a.b','client':'test/1','channels':['inbox']," + POSITIONS + ",'pace':{}}",
                "subscribe|{'channels':['inbox','quotes.*']," + POSITIONS + "}",
                "unsubscribe|{'channels':['valuations.HARBOUR-1']}",
                "resync|{'channel':'inbox','position':{'epoch':'e','sequence':1}}",
                "refresh|{'ticket':'a.b'}",
                "presence|{'idleSeconds':5}",
                "pace|{'updatesPerSecond':5,'bytesPerSecond':5000}",
                "ping|{}"
            })
    void agreesWithTheReaderAboutEveryMessage(String kind, String body) throws IOException {
        List<String> differences = new ArrayList<>();
        int taken = 0;
        for (ObjectNode message : variants(kind, body.replace('\'', '"'))) {
            boolean read = isRead(message);
            taken += read ? 1 : 0;
            var errors = DOCUMENT.errors(message.toString(), "components", "messages", kind, "payload");
            if (read != errors.isEmpty()) {
                differences.add((read ? "taken, but " + errors : "refused, but described") + ": " + message);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(taken).isPositive();
    }

    private static boolean isRead(ObjectNode message) {
        try {
            RequestReader.read(message.toString().getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (Malformed | RequestReader.Refused e) {
            return false;
        }
    }

    private static List<ObjectNode> variants(String kind, String text) throws IOException {
        JsonNode body = JSON.readTree(text);
        List<ObjectNode> messages = new ArrayList<>();
        messages.add(message(JSON.readTree("1"), kind, body));
        messages.add(message(JSON.readTree("1"), kind, body).put("more", 1));
        messages.add(message(JSON.readTree("1"), kind, ((ObjectNode) body.deepCopy()).put("more", 1)));
        for (String value : values()) {
            messages.add(message(JSON.readTree(value), kind, body));
        }
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            ObjectNode without = body.deepCopy();
            without.remove(field.getKey());
            messages.add(message(JSON.readTree("7"), kind, without));
            for (String value : values()) {
                ObjectNode other = body.deepCopy();
                other.set(field.getKey(), JSON.readTree(value));
                messages.add(message(JSON.readTree("7"), kind, other));
            }
        }
        return messages;
    }

    private static ObjectNode message(JsonNode id, String kind, JsonNode body) {
        ObjectNode message = JSON.createObjectNode();
        message.set("id", id);
        message.set(kind, body);
        return message;
    }

    private static List<String> values() throws IOException {
        List<String> values = new ArrayList<>(List.of(channels(256), channels(257)));
        try (MappingIterator<JsonNode> listed = JSON.readerFor(JsonNode.class).readValues(VALUES)) {
            listed.forEachRemaining(value -> values.add(value.toString()));
        }
        for (int length : new int[] {64, 65, 4_096, 4_097}) {
            values.add('"' + "a".repeat(length) + '"');
        }
        return values;
    }

    private static String channels(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"quotes.n" + number + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }
}
