package io.ringside.gateway.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;

/** JSON as RFC 8259 has it and nothing else: one value, no repeated names, bounded in depth and length. */
public final class StrictJson {
    /** Levels of nesting. */
    public static final int DEPTH_MAX = 16;
    /** Characters of one text or name. */
    private static final int TEXT_CHARACTERS_MAX = 8 * 1024;
    /** Characters of one number; the protocol's own numbers are ids and sequences. */
    private static final int NUMBER_CHARACTERS_MAX = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxStringLength(TEXT_CHARACTERS_MAX)
                    .maxNameLength(TEXT_CHARACTERS_MAX)
                    .maxNumberLength(NUMBER_CHARACTERS_MAX)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonNodeTreeCodec CODEC =
            JsonNodeTreeCodec.getInstance().withConfig(JsonStreamConfig.DEFAULT);

    private StrictJson() {}

    /** The one object that these bytes hold. */
    public static JsonNode object(byte[] text) throws Malformed {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new Malformed("is empty, one JSON object is expected");
            }
            JsonNode node = CODEC.readTree(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("has more than one JSON value");
            }
            if (!node.isObject()) {
                throw new Malformed("is not a JSON object");
            }
            return node;
        } catch (IOException e) {
            // The parser's text quotes the input; what a client sent is not sent back to it.
            throw new Malformed("is not well-formed JSON of at most " + DEPTH_MAX + " levels");
        }
    }
}
