package io.ringside.faults.kill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Which process dies when: every kind the same number of times, shuffled by a seed. */
final class KillPlan {
    private final List<String> left = new ArrayList<>();

    KillPlan(List<String> kinds, int kills, Random random) {
        kinds.stream().sorted().forEach(kind -> left.addAll(Collections.nCopies(kills, kind)));
        Collections.shuffle(left, random);
    }

    /** Takes the next kind that can be killed now. */
    Optional<String> next(Predicate<String> isUp) {
        for (int i = 0; i < left.size(); i++) {
            if (isUp.test(left.get(i))) {
                return Optional.of(left.remove(i));
            }
        }
        return Optional.empty();
    }

    boolean isDone() {
        return left.isEmpty();
    }

    int size() {
        return left.size();
    }
}
