package io.ringside.marketdata.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringside.marketdata.RecordedFeed;
import io.ringside.marketdata.Recording;
import io.ringside.marketdata.feed.FeedMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapturedChecksumsTest {
    @Test
    void everyChecksumThatTheExchangeSentIsRight() throws IOException {
        List<String> lines = Files.readAllLines(Recording.kraken());
        RecordedFeed told = new RecordedFeed();
        FeedMetrics metrics = new FeedMetrics(new SimpleMeterRegistry());
        KrakenBooks books = new KrakenBooks(told, metrics, request -> {});
        Set<String> pairs = new HashSet<>();
        for (String line : lines) {
            if (line.matches("[0-9]+\\.[0-9]+: .*")) {
                KrakenMessage message = KrakenDecoder.decode(line.substring(line.indexOf(": ") + 2));
                if (message instanceof KrakenMessage.SubscriptionStatus status) {
                    pairs.add(status.pair());
                    books.follow(pairs, 0);
                }
                books.accept(message, 0);
            }
        }
        assertThat(pairs).hasSize(Recording.PAIRS);
        assertThat(metrics.checksumFailures()).isZero();
        assertThat(metrics.checksumsVerified()).isEqualTo(Recording.CHECKSUMS);
        assertThat(told.told()).hasSize(Recording.CHECKSUMS + Recording.PAIRS);
    }
}
