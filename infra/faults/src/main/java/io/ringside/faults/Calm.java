package io.ringside.faults;

import io.nats.client.JetStreamApiException;
import io.ringside.faults.evidence.Collector;
import io.ringside.faults.trade.ChaosTrader;
import io.ringside.faults.trade.Crowd;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Waits until everything that was asked has run its course. What does not calm down is left for the checks to find. */
final class Calm {
    private static final Duration ANSWERED_DEADLINE = Duration.ofSeconds(60);
    private static final Duration QUIET_DEADLINE = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Looks in a row at which nothing may have moved. */
    private static final int STILL_LOOKS = 5;
    /** Rounds of taking back near orders; a trade may come in between. */
    private static final int ROUNDS_MAX = 20;

    private final Crowd crowd;
    private final Collector collector;
    private final Consumer<String> progress;

    Calm(Crowd crowd, Collector collector, Consumer<String> progress) {
        this.crowd = crowd;
        this.collector = collector;
        this.progress = progress;
    }

    void down() throws Exception {
        crowd.stopTrading();
        within("every command is answered", ANSWERED_DEADLINE, () -> crowd.unanswered() == 0);
        int round = 0;
        while (crowd.takeBackNear() > 0 && round++ < ROUNDS_MAX) {
            within("every command is answered", ANSWERED_DEADLINE, () -> crowd.unanswered() == 0);
            still();
        }
        still();
        within("everything is handled", QUIET_DEADLINE, () -> collector.behind().isEmpty());
        still();
        within("all is published", QUIET_DEADLINE, () -> collector.unpublished() == 0);
        within("every client has its newest notice", ANSWERED_DEADLINE, this::clientsAreThere);
    }

    private boolean clientsAreThere() throws IOException, JetStreamApiException {
        for (ChaosTrader trader : crowd.traders()) {
            if (trader.standsAt().join() < collector.newestFor(trader.user())) {
                return false;
            }
        }
        return true;
    }

    private void still() throws Exception {
        String[] last = {""};
        int[] looks = {0};
        within("nothing moves any more", QUIET_DEADLINE, () -> {
            String now = look();
            looks[0] = now.equals(last[0]) ? looks[0] + 1 : 0;
            last[0] = now;
            return looks[0] >= STILL_LOOKS;
        });
    }

    private String look() throws IOException, JetStreamApiException, SQLException {
        return collector.progress();
    }

    private void within(String what, Duration deadline, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + deadline.toNanos();
        while (!holds.call()) {
            if (System.nanoTime() > end) {
                progress.accept("not within " + deadline.toSeconds() + " s: " + what);
                return;
            }
            Thread.sleep(PAUSE);
        }
    }
}
