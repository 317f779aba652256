package io.ringside.faults.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    @Test
    void aRoundHasEveryKindAsOftenAsItsTurnsInAnOrderOfTheSeed() {
        List<Fault> one = FaultPlan.of(40, new Random(5));

        for (List<Fault> round : List.of(one.subList(0, 20), one.subList(20, 40))) {
            for (FaultKind kind : FaultKind.values()) {
                assertThat(round).filteredOn(fault -> fault.kind() == kind).hasSize(kind.turns());
            }
        }
        assertThat(one.subList(0, 20)).extracting(Fault::kind).isNotEqualTo(kinds(one.subList(20, 40)));
        assertThat(FaultPlan.of(40, new Random(5))).isEqualTo(one);
        assertThat(FaultPlan.of(40, new Random(6))).isNotEqualTo(one);
    }

    @Test
    void aShorterPlanIsTheBeginningOfALongerOne() {
        assertThat(FaultPlan.of(5, new Random(1)))
                .isEqualTo(FaultPlan.of(200, new Random(1)).subList(0, 5));
    }

    @Test
    void everyFaultIsWithinItsLimits() {
        List<Fault> plan = FaultPlan.of(1_000, new Random(1));

        assertThat(plan).allSatisfy(fault -> {
            assertThat(fault.pauseMs()).isBetween(100L, 1_000L);
            assertThat(fault.forMs()).isBetween(500L, 4_000L);
            assertThat(fault.percent()).isBetween(5, 40);
        });
        assertThat(plan).extracting(Fault::gateway).containsOnly(1, 2);
        assertThat(plan).extracting(Fault::hasty).contains(true, false);
    }

    private static List<FaultKind> kinds(List<Fault> plan) {
        return plan.stream().map(Fault::kind).toList();
    }
}
