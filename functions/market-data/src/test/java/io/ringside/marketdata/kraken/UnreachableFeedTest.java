package io.ringside.marketdata.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringside.marketdata.RecordedFeed;
import io.ringside.marketdata.feed.FeedMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What an operator reads when the feed is not there, and that it is tried again. */
class UnreachableFeedTest {
    private static final Duration DEADLINE = Duration.ofSeconds(120);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(10);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void saysThatNobodyListens() {
        assertThat(detail("ws://127.0.0.1:1/")).isEqualTo("cannot reach ws://127.0.0.1:1/: the connection is refused");
    }

    @Test
    void saysThatTheNameIsUnknown() {
        assertThat(detail("ws://no-such-exchange.invalid/")).endsWith("its name cannot be resolved");
    }

    @Test
    void saysThatSomethingElseAnswers() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        try {
            assertThat(detail("ws://127.0.0.1:" + other.getAddress().getPort() + "/"))
                    .endsWith("it answers, but not as a WebSocket");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void triesAgainAndAgain() {
        try (KrakenFeed feed = feed("ws://127.0.0.1:1/")) {
            feed.start();
            await(() ->
                    registry.get("marketdata.feed.connections.failed").counter().count() >= 3);
            assertThat(feed.status().connected()).isFalse();
        }
    }

    private String detail(String address) {
        try (KrakenFeed feed = feed(address)) {
            feed.start();
            await(() -> feed.status().detail().startsWith("cannot reach"));
            return feed.status().detail();
        }
    }

    private KrakenFeed feed(String address) {
        var chance = new SplittableRandom(1);
        return new KrakenFeed(URI.create(address), new RecordedFeed(), new FeedMetrics(registry), chance, SILENCE_MAX);
    }

    private static void await(BooleanSupplier condition) {
        long endNanos = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(endNanos);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
