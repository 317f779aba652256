package io.ringside.runtime.ordered;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** What is measured of one function. */
final class LoopMetrics {
    /** Bounds of the histograms. */
    private static final Duration[] BOUNDS = LongStream.of(
                    500, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 8_000, 10_000, 12_000, 15_000, 20_000, 25_000,
                    30_000, 40_000, 50_000, 75_000, 100_000, 150_000, 200_000, 300_000, 500_000, 1_000_000, 5_000_000)
            .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Tags tags;
    private final Timer wait;
    private final Timer ask;
    private final Timer decide;
    private final Timer commit;
    private final Timer effect;
    private final Timer publish;
    private final DistributionSummary batch;
    private final Counter retried;
    private final Counter dead;

    LoopMetrics(MeterRegistry registry, InstantSource clock, String function) {
        this.registry = registry;
        this.clock = clock;
        this.tags = Tags.of("function", function);
        this.wait = timer("wait", "from the log's time of a message to the start of its batch");
        this.ask = timer("ask", "asking other functions, once for a batch");
        this.decide = timer("decide", "reading state, deciding and saving state of one batch");
        this.commit = timer("commit", "writing the journal of one batch and committing");
        this.effect = timer("effect", "from the log's time of a message to the commit of its effect");
        this.publish = timer("publish", "from the commit to the last acknowledgement of what one batch produced");
        this.batch = DistributionSummary.builder("ringside.function.batch")
                .description("messages of one batch")
                .tags(tags)
                .register(registry);
        this.retried = Counter.builder("ringside.function.retried").tags(tags).register(registry);
        this.dead = Counter.builder("ringside.function.dead").tags(tags).register(registry);
    }

    /** Watches how many messages of the log wait for the function. */
    void lag(LongSupplier messages) {
        Gauge.builder("ringside.function.lag", () -> messages.getAsLong())
                .description("messages of the log that this instance has still to handle")
                .tags(tags)
                .register(registry);
    }

    void began(List<Incoming> messages) {
        batch.record(messages.size());
        recordAges(wait, messages);
    }

    void committed(List<Incoming> messages, BatchTransaction.Result result) {
        recordAges(effect, messages);
        ask.record(Duration.ofNanos(result.times().asking()));
        decide.record(Duration.ofNanos(result.times().deciding()));
        commit.record(Duration.ofNanos(result.times().committing()));
        for (String outcome : result.outcomes()) {
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

    private void recordAges(Timer timer, List<Incoming> messages) {
        Instant now = clock.instant();
        for (Incoming message : messages) {
            Duration age = Duration.between(message.at(), now);
            timer.record(age.isNegative() ? Duration.ZERO : age);
        }
    }

    private Timer timer(String name, String description) {
        return Timer.builder("ringside.function." + name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
