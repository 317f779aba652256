package io.ringside.gateway.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A document as the gateway serves it, and whether a body is what a schema in it says. */
public final class Described {
    private static final SchemaValidatorsConfig ASSERTING =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final String address;
    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonSchema> read = new ConcurrentHashMap<>();

    private Described(String name, ObjectNode document) {
        this.document = document;
        address = "https://ringside.test/" + name;
        document.at("/components/schemas").forEach(Described::close);
        document.at("/components/messages").forEach(message -> closeAll(message.path("payload")));
        anchor(document);
        String text = document.toString();
        schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(address, text))));
    }

    /** A document by the name of its file. */
    public static Described read(String name) {
        try (InputStream file = Described.class.getResourceAsStream("/documents/" + name)) {
            return new Described(name, (ObjectNode) Schemas.JSON.readTree(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Readers of the document ignore what they do not know; whoever tests it must not: each schema takes no more. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    private static void closeAll(JsonNode schema) {
        close(schema);
        schema.path("properties").forEach(Described::closeAll);
    }

    /** In ECMA-262 the end is the end; in Java it is also the place before a last line feed. */
    private static void anchor(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("pattern").isTextual()) {
            object.put("pattern", object.get("pattern").asText().replaceFirst("\\$$", "\\\\z"));
        }
        node.forEach(Described::anchor);
    }

    static JsonNode parse(String text) {
        try {
            return Schemas.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    static String[] below(String[] place, String... further) {
        return Stream.concat(Arrays.stream(place), Arrays.stream(further)).toArray(String[]::new);
    }

    /** What stands at this place. */
    JsonNode at(String... place) {
        JsonNode found = document;
        for (String name : place) {
            found = found.path(name);
        }
        return found;
    }

    /** What is wrong with a body, by the schema at this place of the document. */
    public Set<String> errors(String body, String... place) {
        String pointer = Arrays.stream(place)
                .map(name -> '/' + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
        JsonSchema schema = read.computeIfAbsent(
                pointer, missing -> schemas.getSchema(SchemaLocation.of(address + '#' + missing), ASSERTING));
        return schema.validate(body, InputFormat.JSON).stream()
                .map(ValidationMessage::toString)
                .collect(Collectors.toSet());
    }
}
