package io.ringside.marketdata.operation;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.ringside.marketdata.feed.Feed;
import io.ringside.marketdata.feed.FeedStatus;
import io.ringside.marketdata.kraken.KrakenFeed;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Ready means: prices arrive. */
@Singleton
@Readiness
final class FeedHealth implements HealthIndicator {
    private final MarketDataRun run;
    private final Feed feed;

    FeedHealth(MarketDataRun run, Feed feed) {
        this.run = run;
        this.feed = feed;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        FeedStatus status = feed.status();
        boolean up = run.isRunning() && status.connected() && status.silence().compareTo(KrakenFeed.SILENCE_MAX) < 0;
        return Publishers.just(HealthResult.builder("feed", up ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of(
                        "feed", status.detail(), "silenceMs", status.silence().toMillis()))
                .build());
    }
}
