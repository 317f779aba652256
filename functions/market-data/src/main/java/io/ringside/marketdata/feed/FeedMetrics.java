package io.ringside.marketdata.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Figures of the way in. */
public final class FeedMetrics {
    private final Counter messages;
    private final Counter checksumsVerified;
    private final Counter checksumFailures;
    private final Counter undecodable;
    private final Counter resubscriptions;
    private final Counter refusedSubscriptions;
    private final Counter unknownPairs;
    private final Counter connections;
    private final Counter connectionFailures;
    private final Timer frameToPublish;

    public FeedMetrics(MeterRegistry registry) {
        messages = registry.counter("marketdata.feed.messages");
        checksumsVerified = registry.counter("marketdata.checksums.verified");
        checksumFailures = registry.counter("marketdata.checksums.failed");
        undecodable = registry.counter("marketdata.feed.undecodable");
        resubscriptions = registry.counter("marketdata.feed.resubscriptions");
        refusedSubscriptions = registry.counter("marketdata.feed.subscriptions.refused");
        unknownPairs = registry.counter("marketdata.feed.unknown.pairs");
        connections = registry.counter("marketdata.feed.connections");
        connectionFailures = registry.counter("marketdata.feed.connections.failed");
        frameToPublish = Timer.builder("marketdata.frame.to.publish")
                .description("from the whole frame to its quote handed to messaging")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(1_000))
                .maximumExpectedValue(Duration.ofMillis(100))
                .register(registry);
    }

    public void message() {
        messages.increment();
    }

    public void checksumVerified() {
        checksumsVerified.increment();
    }

    public void checksumFailed() {
        checksumFailures.increment();
    }

    public void undecodable() {
        undecodable.increment();
    }

    public void resubscription() {
        resubscriptions.increment();
    }

    public void subscriptionRefused() {
        refusedSubscriptions.increment();
    }

    public void unknownPair() {
        unknownPairs.increment();
    }

    public void connected() {
        connections.increment();
    }

    public void connectionFailed() {
        connectionFailures.increment();
    }

    public void frameHandled(long nanos) {
        frameToPublish.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Checksums that were right so far. */
    public long checksumsVerified() {
        return (long) checksumsVerified.count();
    }

    /** Checksums that were wrong so far. */
    public long checksumFailures() {
        return (long) checksumFailures.count();
    }
}
