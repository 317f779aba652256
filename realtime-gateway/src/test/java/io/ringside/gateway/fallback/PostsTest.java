package io.ringside.gateway.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.frame.FrameListener;
import io.ringside.testkit.HandMovedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of what a client posts. */
class PostsTest {
    private static final int BURST_BYTES = 128 * 1024;
    private static final int BYTES_PER_SECOND = 64 * 1024;

    private final HandMovedClock clock = HandMovedClock.at(Instant.parse("2026-11-22T12:00:00Z"));
    private final Recorder recorder = new Recorder();
    private final Posts posts = new Posts(recorder, clock);

    /** Stops listening when the peer broke a rule, as a session does. */
    private final class Recorder implements FrameListener {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void alive() {
            heard.add("alive");
        }

        @Override
        public void message(byte[] text) {
            heard.add(new String(text, StandardCharsets.UTF_8));
        }

        @Override
        public void binary(byte[] bytes) {
            throw new AssertionError("a line is text");
        }

        @Override
        public void violated(int closeCode) {
            heard.add("violated " + closeCode);
            posts.stopListening();
        }

        @Override
        public void flooded(long owedMs) {
            heard.add("flooded " + owedMs);
        }

        @Override
        public void closing(int closeCode) {
            throw new AssertionError("nobody closes");
        }

        @Override
        public void writable() {
            throw new AssertionError("nothing is written");
        }

        @Override
        public void gone() {
            throw new AssertionError("nobody goes");
        }
    }

    @Test
    void areHeardInTheirOrderAndTakenAtOnce() {
        assertThat(take(10, "a", "b")).isCompleted();
        assertThat(take(0)).isCompleted();
        assertThat(recorder.heard).containsExactly("alive", "a", "b", "alive");
    }

    @Test
    void whoseMessageIsNotUtf8OrTooLongEndTheSessionAndNothingBehindItIsHeard() {
        byte[] broken = {(byte) 0xc0, (byte) 0xaf};
        assertThat(posts.take(3, List.of("a".getBytes(StandardCharsets.UTF_8), broken, broken)))
                .isCompleted();
        assertThat(take(1, "b")).isCompleted();
        assertThat(recorder.heard).containsExactly("alive", "a", "violated 1007", "alive");
        Recorder other = new Recorder();
        var unused = new Posts(other, clock).take(1, List.of(new byte[64 * 1024 + 1]));
        assertThat(other.heard).containsExactly("alive", "violated 1009");
    }

    @Test
    void overTheLimitWaitUntilTheyArePaidForAndSoDoThoseBehindThem() {
        assertThat(take(BURST_BYTES, "a")).isCompleted();
        CompletableFuture<Void> unpaid = take(BYTES_PER_SECOND, "b");
        CompletableFuture<Void> behind = take(1, "c");
        assertThat(recorder.heard).containsExactly("alive", "a", "alive", "flooded 1000", "b");
        clock.advance(Duration.ofMillis(999));
        posts.tick();
        assertThat(unpaid).isNotDone();
        clock.advance(Duration.ofMillis(2));
        posts.tick();
        assertThat(unpaid).isCompleted();
        assertThat(behind).isCompleted();
        assertThat(recorder.heard.subList(5, 7)).containsExactly("alive", "c");
    }

    @Test
    void ofWhichTooManyWaitEndTheSession() {
        var unused = take(BURST_BYTES + 1, "a");
        List<CompletableFuture<Void>> waiting =
                Stream.generate(() -> take(1, "b")).limit(Posts.WAITING_MAX).toList();
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        assertThat(take(1, "c")).isCompleted();
        assertThat(waiting).allMatch(CompletableFuture::isDone);
        assertThat(recorder.heard).containsExactly("alive", "flooded 1", "a", "violated 4429", "alive");
    }

    private CompletableFuture<Void> take(int bytes, String... messages) {
        return posts.take(
                bytes,
                Stream.of(messages)
                        .map(message -> message.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }
}
