package io.ringside.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final List<Integer> ran = new ArrayList<>();
    private final Turns turns = new Turns(3);

    /** Whose turn it is by its number. */
    private record Numbered(int number, Runnable task) implements Runnable {
        @Override
        public int hashCode() {
            return number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbered numbered && numbered.number == number;
        }

        @Override
        public void run() {
            task.run();
        }
    }

    @Test
    void takesEachTaskOnceARound() {
        for (int number = -3; number < 4; number++) {
            turns.add(task(number));
        }
        turns.take();
        assertThat(ran).containsExactly(-3, 0, 3);
        turns.take();
        assertThat(ran).containsExactly(-3, 0, 3, -2, 1);
        turns.take();
        assertThat(ran).containsExactly(-3, 0, 3, -2, 1, -1, 2);
        turns.take();
        assertThat(ran).containsExactly(-3, 0, 3, -2, 1, -1, 2, -3, 0, 3);
    }

    @Test
    void letsTasksComeAndGoInTheirOwnTurn() {
        Runnable second = task(3);
        turns.add(new Numbered(0, () -> {
            ran.add(0);
            turns.remove(second);
            turns.add(task(6));
        }));
        turns.add(second);
        turns.take();
        assertThat(ran).as("its turn had begun").containsExactly(0, 3);
        turns.take();
        turns.take();
        turns.take();
        assertThat(ran).containsExactly(0, 3, 0, 6);
    }

    private Runnable task(int number) {
        return new Numbered(number, () -> ran.add(number));
    }
}
