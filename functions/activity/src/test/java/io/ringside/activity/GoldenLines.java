package io.ringside.activity;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.ringside.contracts.Wire;
import io.ringside.contracts.activity.ActivityEntry;
import io.ringside.contracts.activity.ActivityReader;
import io.ringside.runtime.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cases of {@code activity-lines.json}: what facts, and what notices of the same, look like to one reader. The web
 * app is tested against the notices of the same file, so that a page shows live what the feed says later.
 */
record GoldenLines(String says, Set<String> readers, List<Delivery> facts, List<ActivityEntry> lines) {
    private static final Path FILE = Path.of("src/test/resources/activity-lines.json");
    private static final ObjectMapper JSON = ObjectMapper.getDefault();

    static List<GoldenLines> all() {
        try {
            List<GoldenLines> cases = new ArrayList<>();
            for (JsonNode node : JSON.readValue(Files.readAllBytes(FILE), Argument.of(JsonNode.class))
                    .values()) {
                cases.add(of(node));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return says;
    }

    private static GoldenLines of(JsonNode node) {
        JsonNode reader = node.get("reader");
        Stream<String> accounts = stream(reader.get("accounts")).map(JsonNode::getStringValue);
        Set<String> readers = Stream.concat(
                        Stream.of(ActivityReader.user(reader.get("user").getStringValue())),
                        accounts.map(ActivityReader::account))
                .collect(Collectors.toSet());
        return new GoldenLines(
                node.get("says").getStringValue(),
                readers,
                stream(node.get("facts")).map(GoldenLines::fact).toList(),
                stream(node.get("lines"))
                        .map(line -> read(line, ActivityEntry.class))
                        .toList());
    }

    private static Delivery fact(JsonNode node) {
        String subject = node.get("subject").getStringValue();
        Class<?> type = ActivityFunction.SOURCES.stream()
                .map(source -> source.bodyOf(subject))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody follows " + subject));
        Instant at = Instant.parse(node.get("at").getStringValue());
        return new Delivery("EVENTS", 1, at, subject, 1, "m-1", null, null, read(node.get("body"), type), new byte[0]);
    }

    private static <T> T read(JsonNode node, Class<T> type) {
        try {
            return Wire.decode(JSON.writeValueAsBytes(node), type);
        } catch (IOException | Wire.UndecodableException e) {
            throw new AssertionError("not a " + type.getSimpleName() + ": " + node, e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        List<JsonNode> values = new ArrayList<>();
        list.values().forEach(values::add);
        return values.stream();
    }
}
