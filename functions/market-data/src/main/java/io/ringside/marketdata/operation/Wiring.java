package io.ringside.marketdata.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.nats.client.Connection;
import io.ringside.marketdata.feed.Feed;
import io.ringside.marketdata.feed.FeedListener;
import io.ringside.marketdata.feed.FeedMetrics;
import io.ringside.marketdata.kraken.KrakenFeed;
import io.ringside.marketdata.quote.NatsQuoteOutlet;
import io.ringside.marketdata.quote.QuoteBoard;
import io.ringside.marketdata.quote.QuoteMetrics;
import io.ringside.marketdata.replay.Capture;
import io.ringside.marketdata.replay.ReplayFeed;
import io.ringside.marketdata.replay.ReplayServer;
import io.ringside.marketdata.simulator.SimulatorFeed;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The object graph, and the only place that takes the machine's clock and chance. */
@Factory
final class Wiring {
    private final InstantSource clock = InstantSource.system();
    private final RandomGenerator chance = RandomGenerator.getDefault();

    @Singleton
    FeedChoice choice(MarketDataSettings settings) {
        return FeedChoice.of(settings.feed());
    }

    @Singleton
    QuoteBoard board(FeedChoice choice, Connection connection, MeterRegistry registry) {
        return new QuoteBoard(
                choice.sourceName(), new NatsQuoteOutlet(connection, clock), clock, new QuoteMetrics(registry));
    }

    @Singleton
    @Bean(preDestroy = "close")
    Feed feed(FeedChoice choice, MarketDataSettings settings, FeedListener listener, MeterRegistry registry) {
        FeedMetrics metrics = new FeedMetrics(registry);
        return switch (choice) {
            case FeedChoice.Simulator simulator ->
                new SimulatorFeed(settings.simulatorSeed(), listener, metrics, clock);
            case FeedChoice.Kraken kraken -> client(settings.krakenAddress(), listener, metrics);
            case FeedChoice.Replay replay -> {
                ReplayServer server = new ReplayServer(capture(replay.file()), settings.replaySpeed(), clock);
                yield new ReplayFeed(server, client(server.address(), listener, metrics));
            }
        };
    }

    private Feed client(URI address, FeedListener listener, FeedMetrics metrics) {
        return new KrakenFeed(address, listener, metrics, chance, KrakenFeed.SILENCE_MAX);
    }

    private static Capture capture(Path file) {
        try {
            return Capture.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the recording " + file + " cannot be played: " + e.getMessage(), e);
        }
    }
}
