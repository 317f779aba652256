package io.ringside.marketdata.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringside.marketdata.Instruments;
import io.ringside.marketdata.RecordedFeed;
import io.ringside.marketdata.RecordedFeed.AllStale;
import io.ringside.marketdata.RecordedFeed.Stale;
import io.ringside.marketdata.RecordedFeed.Told;
import io.ringside.marketdata.RecordedFeed.Top;
import io.ringside.marketdata.Recording;
import io.ringside.marketdata.feed.FeedMetrics;
import io.ringside.marketdata.kraken.KrakenFeed;
import io.ringside.testkit.HandMovedClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against the server, over a real WebSocket on this machine. */
class ReplayedFeedTest {
    private static final int AS_FAST_AS_READ = 0;
    private static final int FAULTS_MAX = 20;
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    /** Longer than a machine stands still: no test but the one about silence is about silence. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(100);

    private static final String PAIR = "ADA/XBT";
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final RecordedFeed told = new RecordedFeed();
    private final FeedMetrics metrics = new FeedMetrics(new SimpleMeterRegistry());
    private Capture capture;
    private ReplayServer server;
    private KrakenFeed client;

    @BeforeEach
    void connect() throws IOException {
        capture = Capture.read(Recording.kraken());
        server = new ReplayServer(capture, AS_FAST_AS_READ, HandMovedClock.at(NOW));
        client = client(server.address(), SILENCE_MAX);
    }

    @AfterEach
    void disconnect() {
        if (client != null) {
            client.close();
            server.close();
        }
    }

    @Test
    void checksumsStayRightOverManyLoops() {
        client.follow(Instruments.cryptos(capture.channels().keySet()));
        client.start();
        told.await(all -> metrics.checksumsVerified() > 5L * Recording.CHECKSUMS, DEADLINE);
        assertThat(server.loops()).isGreaterThanOrEqualTo(4);
        assertThat(metrics.checksumFailures()).isZero();
        assertThat(told.told()).hasOnlyElementsOfType(Top.class);
    }

    @Test
    void timesAreShiftedToNow() {
        client.follow(List.of(Instruments.crypto(PAIR)));
        client.start();
        List<Told> all = told.await(soFar -> soFar.size() > 100, DEADLINE);
        assertThat(all).allSatisfy(one -> assertThat(((Top) one).top().at())
                .isBetween(NOW.minusSeconds(5), NOW.plusMillis(1)));
    }

    @Test
    void aCorruptedFrameMakesItsPairStaleBeforeAnythingIsBuiltOnIt() {
        staleThenHealed(() -> server.corruptNext(PAIR));
    }

    @Test
    void aDroppedFrameMakesItsPairStaleBeforeAnythingIsBuiltOnIt() {
        staleThenHealed(() -> server.dropNext(PAIR));
    }

    @Test
    void aClientThatComesInTheMiddleOfTheRecordingGetsTheTrueBook() throws InterruptedException {
        client.follow(Instruments.cryptos(capture.channels().keySet()));
        client.start();
        told.await(all -> metrics.checksumsVerified() > Recording.CHECKSUMS / 2, DEADLINE);
        RecordedFeed late = new RecordedFeed();
        FeedMetrics lateMetrics = new FeedMetrics(new SimpleMeterRegistry());
        try (KrakenFeed second = client(server.address(), late, lateMetrics, SILENCE_MAX)) {
            second.follow(Instruments.cryptos(capture.channels().keySet()));
            second.start();
            late.await(all -> lateMetrics.checksumsVerified() > 2L * Recording.CHECKSUMS, DEADLINE);
        }
        assertThat(lateMetrics.checksumFailures()).isZero();
    }

    @Test
    void aCutConnectionMakesEverythingStaleAndComesBack() {
        client.follow(List.of(Instruments.crypto(PAIR)));
        client.start();
        told.await(all -> all.size() > 10, DEADLINE);
        server.disconnectAll();
        staleThenPriced();
    }

    @Test
    void silenceMakesEverythingStaleAndTheFeedIsOpenedAnew() {
        client = client(server.address(), Duration.ofMillis(500));
        client.follow(List.of(Instruments.crypto(PAIR)));
        client.start();
        told.await(all -> all.size() > 10, DEADLINE);
        server.silence(true);
        told.await(all -> all.getLast() instanceof AllStale, DEADLINE);
        server.silence(false);
        staleThenPriced();
    }

    @Test
    void aPairThatTheFeedDoesNotHaveDoesNotDisturbTheOthers() {
        client.follow(Instruments.cryptos(List.of("XYZ/ABC", PAIR)));
        client.start();
        List<Told> all = told.await(soFar -> soFar.size() > 10, DEADLINE);
        assertThat(all).allSatisfy(one -> assertThat(one.symbol()).isEqualTo(PAIR));
    }

    /** A lost message may be harmless, when the next one undoes it: then the fault is ordered again. */
    private void staleThenHealed(Runnable fault) {
        client.follow(Instruments.cryptos(capture.channels().keySet()));
        client.start();
        told.await(all -> all.size() > 1_000, DEADLINE);
        int tries = 0;
        while (metrics.checksumFailures() == 0 && tries++ < FAULTS_MAX) {
            long loop = server.loops();
            fault.run();
            told.await(all -> metrics.checksumFailures() > 0 || server.loops() > loop + 1, DEADLINE);
        }
        List<Told> all = told.await(
                soFar -> soFar.lastIndexOf(new Stale(PAIR)) < soFar.size() - 2 * Recording.CHECKSUMS, DEADLINE);
        assertThat(all.stream().filter(Stale.class::isInstance))
                .hasSize((int) metrics.checksumFailures())
                .containsOnly(new Stale(PAIR));
        assertThat(told.about(PAIR).getLast()).isInstanceOf(Top.class);
    }

    private void staleThenPriced() {
        told.await(all -> all.stream().anyMatch(AllStale.class::isInstance) && all.getLast() instanceof Top, DEADLINE);
    }

    private KrakenFeed client(URI address, Duration silenceMax) {
        return client(address, told, metrics, silenceMax);
    }

    private static KrakenFeed client(URI address, RecordedFeed listener, FeedMetrics metrics, Duration silenceMax) {
        return new KrakenFeed(address, listener, metrics, new SplittableRandom(1), silenceMax);
    }
}
