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

/** Ready means: prices arrive, and the last of each is kept for late comers. */
@Singleton
@Readiness
final class FeedHealth implements HealthIndicator {
    private final MarketDataRun run;
    private final QuotesStream stream;
    private final Feed feed;

    FeedHealth(MarketDataRun run, QuotesStream stream, Feed feed) {
        this.run = run;
        this.stream = stream;
        this.feed = feed;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        FeedStatus status = feed.status();
        boolean heard = status.connected() && status.silence().compareTo(KrakenFeed.SILENCE_MAX) < 0;
        boolean kept = stream.presence() != QuotesStream.Presence.MISSING;
        HealthStatus health = run.isRunning() && heard && kept ? HealthStatus.UP : HealthStatus.DOWN;
        return Publishers.just(HealthResult.builder("feed", health)
                .details(Map.of(
                        "feed",
                        status.detail(),
                        "silenceMs",
                        status.silence().toMillis(),
                        "quotes",
                        kept ? "kept" : "stream QUOTES is missing"))
                .build());
    }
}
