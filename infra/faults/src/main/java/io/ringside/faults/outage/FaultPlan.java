package io.ringside.faults.outage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which faults come in which order: round after round of all kinds, each round shuffled, all by a seed. */
final class FaultPlan {
    static final int GATEWAYS = 2;
    private static final long PAUSE_MS_MIN = 100;
    private static final long PAUSE_MS_MAX = 1_000;
    private static final long LASTS_MS_MIN = 500;
    private static final long LASTS_MS_MAX = 4_000;
    private static final int PERCENT_MIN = 5;
    private static final int PERCENT_MAX = 40;
    /** One fault of so many comes while the one before is still felt. */
    private static final int HASTY_ONE_IN = 4;

    private FaultPlan() {}

    static List<Fault> of(int count, Random random) {
        List<Fault> plan = new ArrayList<>();
        while (plan.size() < count) {
            for (FaultKind kind : round(random)) {
                if (plan.size() < count) {
                    plan.add(fault(kind, random));
                }
            }
        }
        return List.copyOf(plan);
    }

    private static List<FaultKind> round(Random random) {
        List<FaultKind> round = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            round.addAll(Collections.nCopies(kind.turns(), kind));
        }
        Collections.shuffle(round, random);
        return round;
    }

    private static Fault fault(FaultKind kind, Random random) {
        return new Fault(
                kind,
                random.nextLong(PAUSE_MS_MIN, PAUSE_MS_MAX + 1),
                random.nextInt(HASTY_ONE_IN) == 0,
                1 + random.nextInt(GATEWAYS),
                random.nextLong(LASTS_MS_MIN, LASTS_MS_MAX + 1),
                random.nextInt(PERCENT_MIN, PERCENT_MAX + 1));
    }
}
