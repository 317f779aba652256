package io.ringside.faults;

import io.nats.client.JetStreamApiException;
import io.ringside.faults.evidence.Collector;
import io.ringside.faults.evidence.Evidence;
import io.ringside.faults.trade.Desk;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Waits until everything that was asked has run its course. What does not calm down is left for the checks to find. */
final class Calm {
    private static final Duration ANSWERED_DEADLINE = Duration.ofSeconds(60);
    private static final Duration QUIET_DEADLINE = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Looks in a row at which nothing may have moved. */
    private static final int STILL_LOOKS = 5;
    /** Rounds of taking back; a trade may come in between. */
    private static final int ROUNDS_MAX = 20;
    /** Floors that do not come to rest are judged as they are. */
    private static final int READINGS_MAX = 3;

    private final List<Desk> desks;
    private final Collector collector;
    private final Consumer<String> progress;

    Calm(List<Desk> desks, Collector collector, Consumer<String> progress) {
        this.desks = List.copyOf(desks);
        this.collector = collector;
        this.progress = progress;
    }

    /** All of one moment: read again when something moved meanwhile, as when a trading day ended and orders expired. */
    Evidence evidence(Callable<Evidence> reading) throws Exception {
        for (int readings = 1; ; readings++) {
            down();
            String before = collector.progress();
            progress.accept("reading the evidence: " + before);
            Evidence evidence = reading.call();
            if (collector.progress().equals(before) || readings == READINGS_MAX) {
                return evidence;
            }
            progress.accept("something moved meanwhile; waiting for calm again");
        }
    }

    private void down() throws Exception {
        desks.forEach(Desk::stop);
        answered();
        int round = 0;
        while (takenBack() > 0 && round++ < ROUNDS_MAX) {
            answered();
            still();
        }
        still();
        within("everything is handled", QUIET_DEADLINE, () -> collector.behind().isEmpty());
        still();
        within("all is published", QUIET_DEADLINE, () -> collector.unpublished() == 0);
        within("every client has its newest notice", ANSWERED_DEADLINE, this::clientsAreThere);
    }

    private void answered() throws Exception {
        within("every command is answered", ANSWERED_DEADLINE, () -> desks.stream()
                .allMatch(desk -> desk.unanswered() == 0));
    }

    private int takenBack() {
        return desks.stream().mapToInt(Desk::takeBack).sum();
    }

    private boolean clientsAreThere() throws IOException, JetStreamApiException {
        Map<String, Long> newest = new HashMap<>();
        for (Desk desk : desks) {
            for (Desk.Standing client : desk.standing()) {
                if (!newest.containsKey(client.user())) {
                    newest.put(client.user(), collector.newestFor(client.user()));
                }
                if (client.sequence() < newest.get(client.user())) {
                    return false;
                }
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
