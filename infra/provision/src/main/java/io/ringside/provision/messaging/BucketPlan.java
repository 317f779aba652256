package io.ringside.provision.messaging;

import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.StorageType;
import java.time.Duration;
import java.util.Optional;

/** One key-value bucket of {@code buckets.json}. A limit marker allows keys a time to live of their own. */
public record BucketPlan(
        String name,
        String because,
        String storage,
        int history,
        Duration ttl,
        long maxBytes,
        long maxValueBytes,
        Optional<Duration> limitMarker,
        int replicas) {

    static BucketPlan read(PlanFields fields) {
        BucketPlan plan = new BucketPlan(
                fields.text("name"),
                fields.text("because"),
                fields.word("storage", "file", "memory"),
                fields.positive("history").orElse(1L).intValue(),
                fields.seconds("ttl_seconds"),
                fields.limit("max_bytes"),
                fields.limit("max_value_bytes"),
                fields.positive("limit_marker_seconds").map(Duration::ofSeconds),
                fields.positive("replicas").orElse(1L).intValue());
        fields.requireNoMore();
        return plan;
    }

    KeyValueConfiguration configuration() {
        KeyValueConfiguration.Builder builder = KeyValueConfiguration.builder(name)
                .description(because)
                .storageType(StorageType.get(storage))
                .maxHistoryPerKey(history)
                .ttl(ttl)
                .maxBucketSize(maxBytes)
                .maximumValueSize(Math.toIntExact(maxValueBytes))
                .replicas(replicas);
        limitMarker.ifPresent(builder::limitMarker);
        return builder.build();
    }
}
