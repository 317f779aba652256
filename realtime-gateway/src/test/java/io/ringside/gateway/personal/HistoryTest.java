package io.ringside.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.protocol.Position;
import io.ringside.gateway.protocol.Subscribed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final String EPOCH = "2026-11-21T09:00:00Z";
    private static final int RETAINED = 10;

    private final History history = new History(RETAINED);

    @Test
    void isLiveWhenNothingWasMissed() {
        history.read(7, notices(7));
        assertThat(history.answer(at(7), EPOCH)).isEqualTo(Subscribed.live(at(7)));
    }

    @Test
    void replaysExactlyWhatWasMissed() {
        history.read(7, notices(7, 9, 12));
        assertThat(history.answer(at(7), EPOCH)).isEqualTo(Subscribed.replay(at(12), 2));
        assertThat(links(7)).containsExactly("7>9", "9>12");
    }

    @Test
    void saysThatSomeAreGoneWhenTheLastSeenOneIsGone() {
        history.read(7, notices(9, 12));
        assertThat(history.answer(at(7), EPOCH)).isEqualTo(Subscribed.gap(at(12), 2, 9, Subscribed.Gap.EVICTED));
    }

    @Test
    void sendsEverythingOnTheFirstVisit() {
        history.read(0, notices(3, 5));
        assertThat(history.answer(null, EPOCH)).isEqualTo(Subscribed.gap(at(5), 2, 3, Subscribed.Gap.FIRST));
        assertThat(history.startOf(null, EPOCH)).isZero();
    }

    @Test
    void hasNothingToSendOnTheFirstVisitOfANewUser() {
        history.read(0, List.of());
        assertThat(history.answer(null, EPOCH)).isEqualTo(Subscribed.gap(at(0), 0, 1, Subscribed.Gap.FIRST));
    }

    @Test
    void replaysFromTheVeryBeginningToWhoeverWasThereBeforeIt() {
        history.read(0, notices(3, 5));
        assertThat(history.answer(at(0), EPOCH)).isEqualTo(Subscribed.replay(at(5), 2));
    }

    @Test
    void isNotSureOfTheBeginningWhenTheStreamIsFull() {
        history.read(0, notices(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertThat(history.answer(at(0), EPOCH).reason()).isEqualTo("evicted");
    }

    @Test
    void isNotSureOfTheBeginningWhenMoreWasReadThanItKeeps() {
        History large = new History(Integer.MAX_VALUE);
        large.read(0, notices(LongStream.rangeClosed(1, Gathered.MESSAGES_MAX).toArray()));
        assertThat(large.answer(at(0), EPOCH).reason()).isEqualTo("evicted");
        assertThat(large.answer(at(1), EPOCH)).isEqualTo(Subscribed.replay(at(1_001), 1_000));
    }

    @Test
    void isNotSureOfTheBeginningWhenWhatIsFirstTookThePlaceOfOthers() {
        Notice settled = new Notice(Personal.ALERTS, 4, "alert.acknowledged", new byte[] {'{', '}'}, 0, true);
        history.read(0, List.of(settled, notice(6)));
        assertThat(history.answer(at(0), EPOCH)).isEqualTo(Subscribed.gap(at(6), 2, 4, Subscribed.Gap.EVICTED));
        assertThat(history.answer(at(4), EPOCH)).isEqualTo(Subscribed.replay(at(6), 1));
    }

    @Test
    void startsAgainWhenTheStreamIsAnotherOne() {
        history.read(0, notices(3, 5));
        Subscribed answer = history.answer(new Position("another", 4), EPOCH);
        assertThat(answer).isEqualTo(Subscribed.gap(at(5), 2, 3, Subscribed.Gap.EPOCH));
    }

    @Test
    void startsAgainWhenTheClientIsAheadOfTheStream() {
        history.read(9, List.of());
        assertThat(history.answer(at(9), EPOCH).reason()).isEqualTo("epoch");
    }

    @Test
    void findsAHoleInWhatComesLive() {
        history.read(0, notices(3));
        assertThat(history.append(notice(5), 3)).isEqualTo(Appended.NEWEST);
        assertThat(history.append(notice(5), 3)).isEqualTo(Appended.KNOWN);
        assertThat(history.append(notice(9), 7)).isEqualTo(Appended.HOLE);
        history.read(5, notices(5, 7, 9));
        assertThat(links(3)).containsExactly("3>5", "5>7", "7>9");
    }

    @Test
    void doesNotTakeAnEmptiedStreamForOneInWhichNothingHappened() {
        history.read(0, notices(3, 5));
        assertThat(history.read(5, notices(5))).isTrue();
        assertThat(history.read(5, notices(8)))
                .as("the next push follows nothing that anybody has")
                .isTrue();
        assertThat(links(5)).containsExactly("7>8");
        assertThat(history.read(8, List.of()))
                .as("no push will come that shows it")
                .isFalse();
    }

    @Test
    void readsAgainWhenALiveNoticeDoesNotFollowWhatIsHere() {
        history.read(0, notices(3, 5));
        assertThat(history.append(notice(9), 0))
                .as("emptied by hand, or another stream")
                .isEqualTo(Appended.HOLE);
        assertThat(history.append(notice(4), 0)).as("never heard of").isEqualTo(Appended.STRANGE);
    }

    @Test
    void whoWasThereBeforeTheFirstIsNotSentWhatIsLeftAsIfItWereAll() {
        history.read(0, List.of());
        assertThat(history.answer(at(0), EPOCH)).isEqualTo(Subscribed.live(at(0)));
        history.read(0, notices(31, 32, 33, 34, 35, 36, 37, 38, 39, 40));
        assertThat(links(0)).startsWith("30>31");
    }

    @Test
    void beginsAnewWithALiveNoticeThatTheStreamHasNoLonger() {
        history.read(0, notices(3, 5));
        history.adopt(notice(9), 7);
        assertThat(links(0)).containsExactly("7>9");
        assertThat(history.answer(at(5), EPOCH)).isEqualTo(Subscribed.gap(at(9), 1, 9, Subscribed.Gap.EVICTED));
        assertThat(history.answer(at(7), EPOCH)).isEqualTo(Subscribed.replay(at(9), 1));
    }

    @Test
    void knowsNothingAfterADoubt() {
        history.read(0, notices(3, 5));
        history.doubt();
        assertThat(history.known()).isFalse();
        assertThat(history.covers(at(5), EPOCH)).isFalse();
        assertThat(history.readFrom(at(5), EPOCH)).isEqualTo(5);
    }

    @Test
    void keepsItsNoticesUpToTheLimitAndReadsOlderOnesFromTheStream() {
        history.read(0, notices(1));
        for (int i = 2; i <= History.NOTICES_MAX + 5; i++) {
            history.append(notice(i), i - 1);
        }
        assertThat(history.covers(at(4), EPOCH)).isFalse();
        assertThat(history.covers(at(5), EPOCH)).isTrue();
        assertThat(history.answer(at(5), EPOCH).count()).isEqualTo(History.NOTICES_MAX);
    }

    @Test
    void doesNotLoseWhatItHasWhenTheStreamHasLess() {
        history.read(0, notices(1));
        for (int i = 2; i <= 40; i++) {
            history.append(notice(i), i - 1);
        }
        history.read(1, notices(31, 32, 33, 34, 35, 36, 37, 38, 39, 40));
        assertThat(history.answer(at(5), EPOCH)).isEqualTo(Subscribed.replay(at(40), 35));
    }

    private List<String> links(long after) {
        List<String> links = new ArrayList<>();
        for (Push push = history.after(after); push != null; push = history.after(push.sequence())) {
            links.add(push.previous() + ">" + push.sequence());
        }
        return links;
    }

    private static Position at(long sequence) {
        return new Position(EPOCH, sequence);
    }

    private static List<Notice> notices(long... sequences) {
        return java.util.Arrays.stream(sequences).mapToObj(HistoryTest::notice).toList();
    }

    private static Notice notice(long sequence) {
        return new Notice(Personal.INBOX, sequence, "order.updated", new byte[] {'{', '}'}, 0, false);
    }
}
