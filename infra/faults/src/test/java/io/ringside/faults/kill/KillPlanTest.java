package io.ringside.faults.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KillPlanTest {
    private static final List<String> KINDS = List.of("nats-server", "gateway", "position");

    @Test
    void everyKindDiesTheSameNumberOfTimesInAnOrderOfTheSeed() {
        List<String> one = all(new KillPlan(KINDS, 4, new Random(5)));

        assertThat(one).hasSize(12).containsOnlyElementsOf(KINDS);
        KINDS.forEach(kind -> assertThat(one).filteredOn(kind::equals).hasSize(4));
        assertThat(all(new KillPlan(KINDS, 4, new Random(5)))).isEqualTo(one);
        assertThat(all(new KillPlan(KINDS, 4, new Random(6)))).isNotEqualTo(one);
    }

    @Test
    void whatIsDownWaitsForItsTurn() {
        KillPlan plan = new KillPlan(KINDS, 1, new Random(5));

        assertThat(plan.next(kind -> kind.equals("position"))).contains("position");
        assertThat(plan.next(kind -> kind.equals("position"))).isEmpty();
        assertThat(plan.size()).isEqualTo(2);
    }

    private static List<String> all(KillPlan plan) {
        List<String> kinds = new ArrayList<>();
        while (!plan.isDone()) {
            kinds.add(plan.next(kind -> true).orElseThrow());
        }
        return kinds;
    }
}
