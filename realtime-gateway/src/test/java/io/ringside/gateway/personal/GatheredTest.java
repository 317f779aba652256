package io.ringside.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GatheredTest {
    private final Gathered gathered = new Gathered(Gathered.MESSAGES_MAX);

    @Test
    void joinsABatchToTheOneBeforeAtTheMessageThatBothHave() {
        gathered.add(notices(1, 3, 4));
        assertThat(gathered.next()).isEqualTo(4);
        gathered.add(notices(4, 7));
        gathered.add(notices(7));
        assertThat(sequences()).containsExactly(1L, 3L, 4L, 7L);
    }

    @Test
    void givesUpWhatWasReadBeforeTheMessagesThatTheStreamForgot() {
        gathered.add(notices(1, 3, 4));
        gathered.add(notices(9, 10));
        assertThat(sequences()).containsExactly(9L, 10L);
    }

    @Test
    void givesUpWhatWasSettledBetweenTwoBatches() {
        gathered.add(notices(1, 3, 4));
        gathered.add(List.of(settling(9), notice(10)));
        assertThat(sequences()).containsExactly(9L, 10L);
    }

    @Test
    void givesUpWhatWasSettledWithinABatch() {
        gathered.add(notices(1, 3, 4));
        gathered.add(List.of(notice(4), notice(5), settling(9), notice(10), settling(12)));
        assertThat(sequences()).containsExactly(12L);
    }

    @Test
    void hasNothingWhenTheStreamHasForgottenEverything() {
        gathered.add(notices(1, 3, 4));
        gathered.add(List.of());
        assertThat(sequences()).isEmpty();
    }

    @Test
    void keepsTheNewestAndTheOneBeforeThem() {
        gathered.add(notices(LongStream.rangeClosed(1, 1_000).toArray()));
        gathered.add(notices(LongStream.rangeClosed(1_000, 1_005).toArray()));
        assertThat(sequences())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(5, 1_005).boxed().toList());
    }

    @Test
    void givesUpWhatMayHaveAHoleWhereMoreCameThanTheStreamRetains() {
        Gathered ofTheNewestThree = new Gathered(3);
        ofTheNewestThree.add(notices(1, 3, 4, 5));
        assertThat(sequences(ofTheNewestThree))
                .as("2 was dropped after 1 was read, when 3 to 5 were there")
                .containsExactly(3L, 4L, 5L);
    }

    private List<Long> sequences() {
        return sequences(gathered);
    }

    private static List<Long> sequences(Gathered gathered) {
        return gathered.notices().stream().map(Notice::sequence).toList();
    }

    private static List<Notice> notices(long... sequences) {
        return LongStream.of(sequences).mapToObj(GatheredTest::notice).toList();
    }

    private static Notice notice(long sequence) {
        return new Notice(Personal.ALERTS, sequence, "alert.raised", new byte[] {'{', '}'}, 0, false);
    }

    private static Notice settling(long sequence) {
        return new Notice(Personal.ALERTS, sequence, "alert.acknowledged", new byte[] {'{', '}'}, 0, true);
    }
}
