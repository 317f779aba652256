package io.ringside.riskcheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.contracts.Side;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import io.ringside.testkit.Eventually;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls from several sides while orders end: nobody deadlocks, and what is reserved is what remains. */
class ReservationRaceTest {
    private static final int CALLERS = 4;
    private static final int CALLS = 40;

    @Test
    void callsAndReleasesThatCrossLeaveTheBooksEqual() throws Exception {
        try (RiskFloor floor = new RiskFloor();
                ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            floor.openAccount();
            AtomicInteger ids = new AtomicInteger();
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                long seed = caller;
                running.add(callers.submit(() -> call(floor, ids, new Random(seed))));
            }
            for (Future<?> caller : running) {
                caller.get();
            }
            Eventually.holds(
                    "everything released",
                    () -> floor.database.number("select count(*) from risk.reservation where remaining > 0") == 0);
            assertThat(floor.database.rows("select distinct reserved_buy, reserved_sell, net from risk.exposure"))
                    .containsExactly("0.0|0.0|0.0");
        }
    }

    /** Reserves in both instruments at once, in any order, directly on the call; then ends every order. */
    private static void call(RiskFloor floor, AtomicInteger ids, Random random) {
        ReserveCall call = floor.application.getBean(ReserveCall.class);
        for (int i = 0; i < CALLS; i++) {
            List<ReserveRisk.Request> requests = new ArrayList<>();
            for (int j = 0; j < 4; j++) {
                requests.add(floor.market(
                        "c-" + ids.incrementAndGet(),
                        j % 2 == 0 ? RiskFloor.TIN : RiskFloor.ZINC,
                        random.nextBoolean() ? Side.BUY : Side.SELL,
                        "0.5"));
            }
            Collections.shuffle(requests, random);
            RiskVerdicts verdicts = call.decide(new ReserveRisk(requests));
            for (int j = 0; j < requests.size(); j++) {
                ReserveRisk.Request request = requests.get(j);
                assertThat(verdicts.verdicts().get(j).clientOrderId()).isEqualTo(request.clientOrderId());
                floor.ended("expired", request.clientOrderId(), request.instrument(), request.side(), "0.5");
            }
        }
    }
}
