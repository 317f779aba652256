package io.ringside.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.gateway.protocol.Position;
import io.ringside.gateway.protocol.Subscribed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a history answers of a stream that changes all the time. */
class ChangingStreamTest {
    private static final String EPOCH = "2026-11-21T09:00:00Z";
    private static final int ROUNDS = 500;
    private static final int STEPS = 60;

    /** Any order of publications, losses, evictions, settlements and visits: no answer claims more than is true. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void neverHidesALossAndNeverDoubles(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            new Round(random).run();
        }
    }

    private static final class Round {
        private final Random random;
        private final ChangingStream stream;
        private final History history = new History(ChangingStream.RETAINED);

        Round(Random random) {
            this.random = random;
            stream = new ChangingStream(random);
        }

        void run() {
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(4) > 0) {
                    publish(random.nextInt(8) == 0);
                } else {
                    visit(new Position(EPOCH, stream.anyPosition()));
                }
            }
        }

        private void publish(boolean lostOnTheWay) {
            long previous = stream.store();
            boolean heard = history.known() && !lostOnTheWay;
            if (heard && history.append(stream.newest(), previous) == Appended.HOLE) {
                read(history.top());
            }
        }

        private void visit(Position position) {
            if (!history.covers(position, EPOCH)) {
                read(history.readFrom(position, EPOCH));
            }
            check(position, history.answer(position, EPOCH));
        }

        private void read(long from) {
            history.read(from, stream.read(from));
        }

        private void check(Position position, Subscribed answer) {
            long top = Objects.requireNonNull(answer.position()).sequence();
            List<Long> missed = stream.between(position.sequence(), top);
            List<Long> sent = new ArrayList<>();
            long last = position.sequence();
            for (Push push = history.after(history.startOf(position, EPOCH));
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
                    assertThat(missed)
                            .as("more than is kept, or some are settled")
                            .matches(all -> all.size() >= ChangingStream.RETAINED
                                    || all.stream().anyMatch(stream::settles));
                    assertThat(missed).endsWith(sent.toArray(Long[]::new));
                }
            }
        }
    }
}
