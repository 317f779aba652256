package io.ringside.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ringside.gateway.documents.Described;
import io.ringside.gateway.journey.GatewayUnderTest;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the document says of a command's body, and what the gateway says of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandBodiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Described DOCUMENT = Described.read("openapi.json");
    private static final Path GOLDEN = Path.of(
            System.getProperty("ringside.repository"), "functions/libraries/contracts/src/test/resources/golden");

    /** Values that some field may take, or just not. */
    private static final String VALUES = """
        "" " " "x" "a b" "ä" "a\\n" "line\\nbreak" "a\\u2028b" "a/b" "a.b" "BUY" "SELL" "buy" "LIMIT" "GTC" "AWAY"
        "1" "0" "-1" "+1" "1.5" "1." ".5" "1e3" "01" null true 0 1 -1 1.5 4 5 5.0 1000 1001 1800 1801 {} []
        "2026-11-21T12:00:00Z" "2026-13-21T12:00:00Z" "2026-11-21T12:00:00+01:00"
        "2026-11-21T12:00:00.123456Z" "2026-11-21T12:00:00.1234567Z"
        "0f8fad5b-d9cb-469f-a165-70867728950e" "0F8FAD5B-D9CB-469F-A165-70867728950E"
        [null] ["a"] ["a","a"] ["a","b"] ["a b"] [1]""";

    @SuppressWarnings("NullAway.Init")
    private CommandForms forms;

    @BeforeAll
    void start() {
        try (GatewayUnderTest gateway = GatewayUnderTest.start(Map.of())) {
            forms = gateway.beans().getBean(CommandForms.class);
        }
    }

    @Test
    void describesEveryCommandThatIsTaken() {
        assertThat(forms.types()).isEqualTo(CommandBodies.TYPES.keySet());
    }

    static Stream<String> types() {
        return CommandBodies.TYPES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void agreesWithTheGatewayAboutEveryBody(String type) throws IOException {
        List<String> differences = new ArrayList<>();
        int taken = 0;
        int refused = 0;
        for (ObjectNode body : variants(type)) {
            boolean read = isRead(type, body);
            taken += read ? 1 : 0;
            refused += read ? 0 : 1;
            var errors = DOCUMENT.errors(body.toString(), "components", "schemas", CommandBodies.nameOf(type));
            if (read != errors.isEmpty()) {
                differences.add((read ? "taken, but " + errors : "refused, but described") + ": " + body);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(taken).as("bodies that are taken").isPositive();
        assertThat(refused).as("bodies that are refused").isGreaterThan(taken);
    }

    private boolean isRead(String type, ObjectNode body) {
        try {
            CommandFields fields =
                    CommandFields.of(StrictJson.object(body.toString().getBytes(StandardCharsets.UTF_8)));
            forms.of(type).reader().read(fields, "alice");
            fields.nothingElse();
            return true;
        } catch (Malformed e) {
            return false;
        }
    }

    /** Each body as it may be, and what becomes of it with one field more, less or other. */
    private static List<ObjectNode> variants(String type) throws IOException {
        List<ObjectNode> variants = new ArrayList<>();
        List<String> values = values();
        for (String line : Files.readAllLines(GOLDEN.resolve(CommandBodies.nameOf(type) + ".json"))) {
            ObjectNode body = (ObjectNode) JSON.readTree(line);
            body.remove("user");
            variants.add(body);
            variants.add(body.deepCopy().put("user", "mallory"));
            for (Map.Entry<String, JsonNode> field : body.properties()) {
                ObjectNode without = body.deepCopy();
                without.remove(field.getKey());
                variants.add(without);
                for (String value : values) {
                    ObjectNode other = body.deepCopy();
                    other.set(field.getKey(), JSON.readTree(value));
                    variants.add(other);
                }
            }
        }
        return variants;
    }

    private static List<String> values() throws IOException {
        List<String> values = new ArrayList<>(List.of(names(100), names(101)));
        try (MappingIterator<JsonNode> listed = JSON.readerFor(JsonNode.class).readValues(VALUES)) {
            listed.forEachRemaining(value -> values.add(value.toString()));
        }
        for (int length : new int[] {18, 19, 36, 37, 64, 65, 140, 141}) {
            values.add('"' + "a".repeat(length) + '"');
            values.add('"' + "1".repeat(length) + '"');
        }
        return values;
    }

    private static String names(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"n" + number + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }
}
