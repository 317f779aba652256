package io.ringside.provision.messaging;

import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import java.time.Duration;
import java.util.List;

/** One durable pull consumer of {@code consumers.json}: a work function's place in a stream. */
public record ConsumerPlan(
        String name,
        String stream,
        String because,
        List<String> filterSubjects,
        String deliver,
        Duration ackWait,
        long maxDeliver,
        long maxAckPending) {
    private static final Duration ACK_WAIT_DEFAULT = Duration.ofSeconds(30);
    private static final long ACK_PENDING_DEFAULT = 256;

    static ConsumerPlan read(PlanFields fields) {
        ConsumerPlan plan = new ConsumerPlan(
                fields.text("name"),
                fields.text("stream"),
                fields.text("because"),
                fields.texts("filter_subjects"),
                fields.word("deliver", "all", "new"),
                fields.positive("ack_wait_seconds").map(Duration::ofSeconds).orElse(ACK_WAIT_DEFAULT),
                fields.limit("max_deliver"),
                fields.positive("max_ack_pending").orElse(ACK_PENDING_DEFAULT));
        fields.requireNoMore();
        return plan;
    }

    ConsumerConfiguration over(ConsumerConfiguration.Builder builder) {
        return builder.durable(name)
                .description(because)
                .filterSubjects(filterSubjects)
                .deliverPolicy(deliver.equals("all") ? DeliverPolicy.All : DeliverPolicy.New)
                .ackPolicy(AckPolicy.Explicit)
                .ackWait(ackWait)
                .maxDeliver(maxDeliver)
                .maxAckPending(maxAckPending)
                .build();
    }
}
