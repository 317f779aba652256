package io.ringside.provision.messaging;

import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.Republish;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One stream of {@code streams.json}. What a plan leaves out has the value named in the README, not the server's. */
public record StreamPlan(
        String name,
        String because,
        List<String> subjects,
        String storage,
        String retention,
        String discard,
        boolean discardNewPerSubject,
        long maxBytes,
        long maxMessages,
        long maxMessagesPerSubject,
        long maxMessageBytes,
        Duration maxAge,
        Duration duplicateWindow,
        boolean allowDirect,
        boolean allowAtomic,
        boolean allowRollup,
        boolean allowMessageTtl,
        boolean allowMessageSchedules,
        boolean denyDelete,
        boolean denyPurge,
        int replicas,
        Optional<RepublishPlan> republish) {
    private static final Duration DUPLICATE_WINDOW_DEFAULT = Duration.ofSeconds(120);

    /** Where the server sends a copy of what it stored. */
    public record RepublishPlan(String source, String destination) {
        private Republish configuration() {
            return new Republish(source, destination, false);
        }
    }

    static StreamPlan read(PlanFields fields) {
        Duration maxAge = fields.seconds("max_age_seconds");
        StreamPlan plan = new StreamPlan(
                fields.text("name"),
                fields.text("because"),
                fields.texts("subjects"),
                fields.word("storage", "file", "memory"),
                fields.word("retention", "limits", "interest", "workqueue"),
                fields.word("discard", "new", "old"),
                fields.flag("discard_new_per_subject"),
                fields.limit("max_bytes"),
                fields.limit("max_messages"),
                fields.limit("max_messages_per_subject"),
                fields.limit("max_message_bytes"),
                maxAge,
                fields.positive("duplicate_window_seconds")
                        .map(Duration::ofSeconds)
                        .orElseGet(() -> defaultWindow(maxAge)),
                fields.flag("allow_direct"),
                fields.flag("allow_atomic"),
                fields.flag("allow_rollup"),
                fields.flag("allow_message_ttl"),
                fields.flag("allow_message_schedules"),
                fields.flag("deny_delete"),
                fields.flag("deny_purge"),
                fields.positive("replicas").orElse(1L).intValue(),
                fields.object("republish").map(StreamPlan::readRepublish));
        fields.requireNoMore();
        return plan;
    }

    private static RepublishPlan readRepublish(PlanFields fields) {
        RepublishPlan plan = new RepublishPlan(fields.text("source"), fields.text("destination"));
        fields.requireNoMore();
        return plan;
    }

    /** The window can be no longer than the messages live. */
    private static Duration defaultWindow(Duration maxAge) {
        return maxAge.isPositive() && maxAge.compareTo(DUPLICATE_WINDOW_DEFAULT) < 0
                ? maxAge
                : DUPLICATE_WINDOW_DEFAULT;
    }

    /** This plan over what a server has now: everything that a plan can say is set, the rest stays. */
    StreamConfiguration over(StreamConfiguration.Builder builder) {
        builder.name(name)
                .description(because)
                .subjects(subjects)
                .storageType(StorageType.get(storage))
                .retentionPolicy(RetentionPolicy.get(retention))
                .discardPolicy(DiscardPolicy.get(discard))
                .discardNewPerSubject(discardNewPerSubject)
                .maxBytes(maxBytes)
                .maxMessages(maxMessages)
                .maxMessagesPerSubject(maxMessagesPerSubject)
                .maximumMessageSize(Math.toIntExact(maxMessageBytes))
                .maxAge(maxAge)
                .duplicateWindow(duplicateWindow)
                .allowDirect(allowDirect)
                .allowAtomicPublish(allowAtomic)
                .allowRollup(allowRollup)
                .allowMessageTtl(allowMessageTtl)
                .allowMessageSchedules(allowMessageSchedules)
                .denyDelete(denyDelete)
                .denyPurge(denyPurge)
                .replicas(replicas);
        // null takes away what an earlier plan had republished
        return builder.republish(republish.map(RepublishPlan::configuration).orElse(null))
                .build();
    }
}
