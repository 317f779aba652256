package io.ringside.runtime.ordered;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What is measured of one function. */
final class LoopMetrics {
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Tags tags;
    private final Timer commit;
    private final Timer publish;
    private final Timer wait;
    private final DistributionSummary batch;
    private final Counter retried;
    private final Counter dead;

    LoopMetrics(MeterRegistry registry, InstantSource clock, String function) {
        this.registry = registry;
        this.clock = clock;
        this.tags = Tags.of("function", function);
        this.commit = timer("ringside.function.commit", "asking, deciding and committing one batch");
        this.publish = timer("ringside.function.publish", "publishing what one batch produced");
        this.wait = timer("ringside.function.wait", "from the log's time of a message to the start of its batch");
        this.batch = DistributionSummary.builder("ringside.function.batch")
                .description("messages of one batch")
                .tags(tags)
                .register(registry);
        this.retried = Counter.builder("ringside.function.retried").tags(tags).register(registry);
        this.dead = Counter.builder("ringside.function.dead").tags(tags).register(registry);
    }

    void began(List<Incoming> messages) {
        batch.record(messages.size());
        Instant now = clock.instant();
        for (Incoming message : messages) {
            Duration waited = Duration.between(message.at(), now);
            wait.record(waited.isNegative() ? Duration.ZERO : waited);
        }
    }

    void committed(long nanos, List<String> outcomes) {
        commit.record(Duration.ofNanos(nanos));
        for (String outcome : outcomes) {
            registry.counter("ringside.function.handled", tags.and("outcome", outcome))
                    .increment();
        }
    }

    void published(long nanos) {
        publish.record(Duration.ofNanos(nanos));
    }

    void retried() {
        retried.increment();
    }

    void dead() {
        dead.increment();
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .tags(tags)
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry);
    }
}
