package io.ringside.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.protocol.Position;
import io.ringside.gateway.protocol.Subscribed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(history.append(notice(5), 3)).isEqualTo(History.Appended.NEWEST);
        assertThat(history.append(notice(5), 3)).isEqualTo(History.Appended.KNOWN);
        assertThat(history.append(notice(9), 7)).isEqualTo(History.Appended.HOLE);
        history.read(5, notices(5, 7, 9));
        assertThat(links(3)).containsExactly("3>5", "5>7", "7>9");
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

    /** Any order of publications, losses, evictions and visits: an answer never claims more than is true. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void neverHidesALossAndNeverDoubles(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            new Simulation(random).run();
        }
    }

    private static final class Simulation {
        private final Random random;
        private final List<Long> published = new ArrayList<>();
        private final History history = new History(RETAINED);
        private long sequence;

        Simulation(Random random) {
            this.random = random;
        }

        void run() {
            for (int step = 0; step < 60; step++) {
                if (random.nextInt(4) > 0) {
                    publish(random.nextInt(8) == 0);
                } else {
                    visit();
                }
            }
        }

        private void publish(boolean lostOnTheWay) {
            long previous = published.isEmpty() ? 0 : published.getLast();
            sequence += 1 + random.nextInt(3);
            published.add(sequence);
            boolean heard = history.known() && !lostOnTheWay;
            if (heard && history.append(notice(sequence), previous) == History.Appended.HOLE) {
                read(history.top());
            }
        }

        private void visit() {
            Position position = position();
            if (!history.covers(position, EPOCH)) {
                read(history.readFrom(position, EPOCH));
            }
            check(position, history.answer(position, EPOCH));
        }

        private Position position() {
            boolean fresh = published.isEmpty() || random.nextInt(10) == 0;
            return at(fresh ? 0 : published.get(random.nextInt(published.size())));
        }

        private void read(long from) {
            List<Long> retained = published.subList(Math.max(0, published.size() - RETAINED), published.size());
            history.read(
                    from,
                    retained.stream()
                            .filter(each -> each >= from)
                            .map(HistoryTest::notice)
                            .toList());
        }

        private void check(Position position, Subscribed answer) {
            long top = Objects.requireNonNull(answer.position()).sequence();
            List<Long> missed = published.stream()
                    .filter(each -> each > position.sequence() && each <= top)
                    .toList();
            List<Long> sent = new ArrayList<>();
            long last = position.sequence();
            for (History.Push push = history.after(history.startOf(position, EPOCH));
                    push != null;
                    push = history.after(push.sequence())) {
                if (answer.mode().equals("replay") || !sent.isEmpty()) {
                    assertThat(push.previous()).isEqualTo(last);
                }
                last = push.sequence();
                sent.add(last);
            }
            switch (answer.mode()) {
                case "live" -> assertThat(missed).isEmpty();
                case "replay" -> assertThat(sent).isEqualTo(missed).hasSize(Objects.requireNonNull(answer.count()));
                default -> {
                    assertThat(missed.size()).isGreaterThanOrEqualTo(RETAINED);
                    assertThat(missed).endsWith(sent.toArray(Long[]::new));
                }
            }
        }
    }

    private List<String> links(long after) {
        List<String> links = new ArrayList<>();
        for (History.Push push = history.after(after); push != null; push = history.after(push.sequence())) {
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
