package io.ringside.provision.messaging;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@code infra/messaging/*.json} describe. Read strictly: an unknown field or a consumer of no stream is refused.
 */
public record MessagingCatalog(List<StreamPlan> streams, List<ConsumerPlan> consumers, List<BucketPlan> buckets) {
    public MessagingCatalog {
        streams = List.copyOf(streams);
        consumers = List.copyOf(consumers);
        buckets = List.copyOf(buckets);
        requireUnique("streams.json", streams.stream().map(StreamPlan::name).toList());
        requireUnique("buckets.json", buckets.stream().map(BucketPlan::name).toList());
        requireUnique(
                "consumers.json",
                consumers.stream()
                        .map(consumer -> consumer.stream() + "/" + consumer.name())
                        .toList());
        Set<String> names = streams.stream().map(StreamPlan::name).collect(Collectors.toSet());
        for (ConsumerPlan consumer : consumers) {
            if (!names.contains(consumer.stream())) {
                throw new ProvisionException(
                        "consumers.json: " + consumer.name() + " reads the unknown stream '" + consumer.stream() + "'");
            }
        }
    }

    /** Reads the three files of the folder. */
    public static MessagingCatalog read(Path folder) {
        return new MessagingCatalog(
                entries(folder.resolve("streams.json"), "streams", StreamPlan::read),
                entries(folder.resolve("consumers.json"), "consumers", ConsumerPlan::read),
                entries(folder.resolve("buckets.json"), "buckets", BucketPlan::read));
    }

    private static <T> List<T> entries(Path file, String list, Function<PlanFields, T> reader) {
        PlanFields root = new PlanFields(String.valueOf(file.getFileName()), tree(file));
        List<JsonNode> nodes = root.list(list);
        root.requireNoMore();
        return nodes.stream()
                .map(node -> reader.apply(new PlanFields(file.getFileName() + ": " + nameOf(node), node)))
                .toList();
    }

    private static String nameOf(JsonNode node) {
        JsonNode name = node.isObject() ? node.get("name") : null;
        return name != null && name.isString() ? name.getStringValue() : "an entry without a name";
    }

    private static JsonNode tree(Path file) {
        try {
            JsonNode tree = ObjectMapper.getDefault().readValue(Files.readAllBytes(file), JsonNode.class);
            if (tree == null) {
                throw new ProvisionException(file + " is empty");
            }
            return tree;
        } catch (IOException e) {
            throw new ProvisionException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void requireUnique(String file, List<String> names) {
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new ProvisionException(file + " names " + name + " twice");
            }
        }
    }
}
