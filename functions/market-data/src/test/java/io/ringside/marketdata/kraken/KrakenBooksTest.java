package io.ringside.marketdata.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringside.marketdata.book.BookLevel;
import io.ringside.marketdata.book.OrderBook;
import io.ringside.marketdata.feed.FeedListener;
import io.ringside.marketdata.feed.FeedMetrics;
import io.ringside.marketdata.feed.TopOfBook;
import io.ringside.marketdata.kraken.KrakenMessage.BookSnapshot;
import io.ringside.marketdata.kraken.KrakenMessage.BookUpdate;
import io.ringside.marketdata.kraken.KrakenMessage.SubscriptionStatus;
import io.ringside.marketdata.kraken.KrakenMessage.SystemStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the books say, to whom and in which order: one list for what is told and what is asked. */
class KrakenBooksTest implements FeedListener {
    private static final String PAIR = "ADA/XBT";
    private static final BookLevel ASK = new BookLevel("1.10", "5.0", 1_000_000);
    private static final BookLevel BID = new BookLevel("1.00", "7.0", 2_000_000);
    private static final BookLevel BETTER_BID = new BookLevel("1.05", "2.0", 3_000_000);

    private final List<String> happened = new ArrayList<>();
    private final FeedMetrics metrics = new FeedMetrics(new SimpleMeterRegistry());
    private final KrakenBooks books = new KrakenBooks(
            this, metrics, request -> happened.add(request.event() + " " + String.join(",", request.pair())));

    @Test
    void tellsTheTopOfASnapshotAndOfEveryProvenUpdate() {
        follow();
        books.accept(snapshot(), 0);
        books.accept(update(BETTER_BID, rightChecksum()), 0);
        assertThat(happened).containsExactly("subscribe " + PAIR, "1.00/1.10", "1.05/1.10");
        assertThat(metrics.checksumsVerified()).isEqualTo(1);
    }

    @Test
    void saysStaleBeforeItAsksForANewBookAndTellsNothingOfTheWrongOne() {
        follow();
        books.accept(snapshot(), 0);
        books.accept(update(BETTER_BID, 42L), 0);
        books.accept(update(BETTER_BID, rightChecksum()), 0);
        books.accept(snapshot(), 0);
        assertThat(happened)
                .containsExactly(
                        "subscribe " + PAIR,
                        "1.00/1.10",
                        "stale " + PAIR,
                        "unsubscribe " + PAIR,
                        "subscribe " + PAIR,
                        "1.00/1.10");
        assertThat(metrics.checksumFailures()).isEqualTo(1);
    }

    @Test
    void doesNotBelieveAnUpdateWithoutAChecksum() {
        follow();
        books.accept(snapshot(), 0);
        books.accept(update(BETTER_BID, null), 0);
        assertThat(happened).contains("stale " + PAIR);
    }

    @Test
    void doesNotBelieveAPriceThatTheBookCannotHold() {
        follow();
        books.accept(snapshot(), 0);
        books.accept(update(new BookLevel("1.005", "1", 1), rightChecksum()), 0);
        assertThat(happened).contains("stale " + PAIR);
    }

    @Test
    void refusesASnapshotThatTheBookCannotHoldAndAsksForAnotherAfterAWhile() {
        BookLevel absurd = new BookLevel("1.0000000000000000001", "1", 1);
        follow();
        books.accept(snapshot(), 0);
        books.accept(new BookSnapshot(1, PAIR, List.of(ASK), List.of(absurd)), 5);
        books.accept(update(BETTER_BID, rightChecksum()), 6);
        assertThat(happened).containsExactly("subscribe " + PAIR, "1.00/1.10", "stale " + PAIR);

        books.askAgain(5 + KrakenBooks.SNAPSHOT_WAIT_MAX.toNanos() + 1);
        books.accept(snapshot(), 7);
        assertThat(happened)
                .containsExactly(
                        "subscribe " + PAIR,
                        "1.00/1.10",
                        "stale " + PAIR,
                        "unsubscribe " + PAIR,
                        "subscribe " + PAIR,
                        "1.00/1.10");
    }

    @Test
    void ignoresUpdatesBeforeTheSnapshot() {
        follow();
        books.accept(update(BETTER_BID, rightChecksum()), 0);
        assertThat(happened).containsExactly("subscribe " + PAIR);
    }

    @Test
    void asksAgainForASnapshotThatDoesNotCome() {
        follow();
        long wait = KrakenBooks.SNAPSHOT_WAIT_MAX.toNanos();
        books.askAgain(wait);
        assertThat(happened).hasSize(1);
        books.askAgain(wait + 1);
        assertThat(happened).containsExactly("subscribe " + PAIR, "unsubscribe " + PAIR, "subscribe " + PAIR);
    }

    @Test
    void doesNotAskAgainForAPairThatTheExchangeRefused() {
        follow();
        books.accept(new SubscriptionStatus(PAIR, "error", "Currency pair not supported"), 0);
        books.accept(new SubscriptionStatus(PAIR, "error", "Currency pair not supported"), 0);
        books.askAgain(Long.MAX_VALUE);
        assertThat(happened).containsExactly("subscribe " + PAIR);
    }

    @Test
    void subscribesToEverythingAgainAfterAReconnection() {
        follow();
        books.accept(snapshot(), 0);
        books.connected(1);
        books.accept(update(BETTER_BID, rightChecksum()), 1);
        assertThat(happened).containsExactly("subscribe " + PAIR, "1.00/1.10", "subscribe " + PAIR);
    }

    @Test
    void followsOnlyWhatIsAskedFor() {
        follow();
        books.follow(Set.of("XMR/USD"), 0);
        books.accept(snapshot(), 0);
        books.accept(update(BETTER_BID, rightChecksum()), 0);
        assertThat(happened).containsExactly("subscribe " + PAIR, "unsubscribe " + PAIR, "subscribe XMR/USD");
    }

    @Test
    void declaresEverythingStaleInMaintenance() {
        books.accept(new SystemStatus("online"), 0);
        assertThat(happened).isEmpty();
        books.accept(new SystemStatus("maintenance"), 0);
        assertThat(happened).containsExactly("all stale");
    }

    @Override
    public void topOfBook(String symbol, TopOfBook top) {
        happened.add(top.bid() + "/" + top.ask());
    }

    @Override
    public void stale(String symbol, String because) {
        happened.add("stale " + symbol);
    }

    @Override
    public void allStale(String because) {
        happened.add("all stale");
    }

    private void follow() {
        books.follow(Set.of(PAIR), 0);
    }

    private static BookSnapshot snapshot() {
        return new BookSnapshot(1, PAIR, List.of(ASK), List.of(BID));
    }

    private static BookUpdate update(BookLevel bid, @Nullable Long checksum) {
        return new BookUpdate(1, PAIR, List.of(), List.of(bid), checksum);
    }

    private static long rightChecksum() {
        OrderBook book = new OrderBook(10);
        book.apply(List.of(ASK), List.of(BID, BETTER_BID));
        return book.checksum();
    }
}
