package io.ringside.provision.messaging;

import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.Republish;
import io.nats.client.api.StreamConfiguration;
import io.ringside.provision.messaging.Change.Difference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The fields that a plan can say, as texts, so that two configurations can be compared and told to a person. */
final class ServerView {
    private ServerView() {}

    static List<Difference> differences(StreamConfiguration actual, StreamConfiguration planned) {
        return differences(fields(actual), fields(planned));
    }

    static List<Difference> differences(ConsumerConfiguration actual, ConsumerConfiguration planned) {
        return differences(fields(actual), fields(planned));
    }

    private static List<Difference> differences(Map<String, String> actual, Map<String, String> planned) {
        List<Difference> found = new ArrayList<>();
        planned.forEach((field, value) -> {
            String was = Objects.requireNonNullElse(actual.get(field), "");
            if (!was.equals(value)) {
                found.add(new Difference(field, was, value));
            }
        });
        return found;
    }

    private static Map<String, String> fields(StreamConfiguration stream) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "because", stream.getDescription());
        put(fields, "subjects", new TreeSet<>(stream.getSubjects()));
        put(fields, "storage", stream.getStorageType());
        put(fields, "retention", stream.getRetentionPolicy());
        put(fields, "discard", stream.getDiscardPolicy());
        put(fields, "discard_new_per_subject", stream.isDiscardNewPerSubject());
        put(fields, "max_bytes", stream.getMaxBytes());
        put(fields, "max_messages", stream.getMaxMsgs());
        put(fields, "max_messages_per_subject", stream.getMaxMsgsPerSubject());
        put(fields, "max_message_bytes", stream.getMaximumMessageSize());
        put(fields, "max_age_seconds", stream.getMaxAge().toSeconds());
        put(fields, "duplicate_window_seconds", stream.getDuplicateWindow().toSeconds());
        put(fields, "allow_direct", stream.getAllowDirect());
        put(fields, "allow_atomic", stream.getAllowAtomicPublish());
        put(fields, "allow_rollup", stream.getAllowRollup());
        put(fields, "allow_message_ttl", stream.isAllowMessageTtl());
        put(fields, "allow_message_schedules", stream.getAllowMsgSchedules());
        put(fields, "deny_delete", stream.getDenyDelete());
        put(fields, "deny_purge", stream.getDenyPurge());
        put(fields, "replicas", stream.getReplicas());
        Duration marker = stream.getSubjectDeleteMarkerTtl();
        put(fields, "limit_marker_seconds", marker == null ? 0 : marker.toSeconds());
        Republish republish = stream.getRepublish();
        put(fields, "republish", republish == null ? "" : republish.getSource() + " to " + republish.getDestination());
        return fields;
    }

    private static Map<String, String> fields(ConsumerConfiguration consumer) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "because", consumer.getDescription());
        put(fields, "filter_subjects", new TreeSet<>(consumer.getFilterSubjects()));
        put(fields, "deliver", consumer.getDeliverPolicy());
        put(fields, "acknowledgement", consumer.getAckPolicy());
        put(fields, "ack_wait_seconds", consumer.getAckWait().toSeconds());
        put(fields, "max_deliver", consumer.getMaxDeliver());
        put(fields, "max_ack_pending", consumer.getMaxAckPending());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, Object value) {
        fields.put(name, String.valueOf(value));
    }
}
