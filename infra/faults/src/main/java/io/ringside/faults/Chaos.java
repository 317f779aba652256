package io.ringside.faults;

import io.nats.client.Connection;
import io.ringside.benchmarks.command.Run;
import io.ringside.benchmarks.floor.OwnFloor;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.faults.check.Checker;
import io.ringside.faults.deal.Deals;
import io.ringside.faults.evidence.Collector;
import io.ringside.faults.evidence.Evidence;
import io.ringside.faults.kill.Kill;
import io.ringside.faults.kill.Killer;
import io.ringside.faults.trade.Crowd;
import io.ringside.faults.trade.HistoryLog;
import io.ringside.faults.trade.Tally;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** Starts a floor, lets traders work, kills process after process, waits for calm and judges. */
public final class Chaos {
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(60);
    private static final int VIOLATIONS_SHOWN = 5;
    private static final int WARM_UP_ORDERS = 50;
    /** About how long each who deals waits between two commands: below what a gateway takes of one user. */
    private static final long DEAL_EVERY_MS = 500;

    private final Run run;
    private final ChaosOptions options;
    private final InstantSource clock;
    private final Tally tally = new Tally();

    private Chaos(Run run, ChaosOptions options, InstantSource clock) {
        this.run = run;
        this.options = options;
        this.clock = clock;
    }

    public static void main(String[] words) throws Exception {
        Run.command("infra/chaos", run -> {
            ChaosOptions options = ChaosOptions.parse(List.of(words));
            Chaos chaos = new Chaos(run, options, InstantSource.system());
            return run.onOwnFloor(options.name(), options.words(), options.keep(), chaos::hurt);
        });
    }

    private boolean hurt(OwnFloor floor) throws Exception {
        ReadyFloor ready = floor.ready();
        try (HistoryLog log = HistoryLog.into(floor.data().resolve("history.jsonl"));
                Crowd crowd = new Crowd(ready, options.traders(), options.seed(), clock, log, tally);
                Deals deals = new Deals(ready, options.seed(), clock, log, crowd.market());
                Connection nats = ready.connectNats()) {
            return hurt(floor, new Everybody(crowd, deals), new Collector(ready, nats));
        }
    }

    private boolean hurt(OwnFloor floor, Everybody all, Collector collector) throws Exception {
        awaitTrading(all);
        run.say("killing each of " + floor.ready().processes().size() + " kinds of process " + options.kills()
                + " times");
        List<Kill> kills = new Killer(floor, all, new Random(options.seed()), run::say).run(options.kills());
        run.say("all serve again; waiting for calm");
        Crowd crowd = all.crowd();
        Evidence evidence = new Calm(List.of(crowd, all.deals()), collector, run::say)
                .evidence(() -> collector.collect(
                        crowd.asked(), crowd.views(), all.deals().dealings()));
        ChaosReport report = report(kills, evidence);
        report.print(System.out, VIOLATIONS_SHOWN);
        run.write("infra/faults/results/" + options.name() + ".json", report);
        return report.holds();
    }

    private void awaitTrading(Everybody all) throws InterruptedException {
        long end = System.nanoTime() + CONNECT_DEADLINE.toNanos();
        while (!all.crowd().isReady() || !all.deals().isReady()) {
            mustBefore(end, "the traders are not connected or there are no prices");
        }
        run.say("trading with " + options.traders() + " traders, and people of several firms who deal with each other");
        all.crowd().trade(options.everyMs());
        all.deals().deal(DEAL_EVERY_MS);
        while (tally.decidedCount() < WARM_UP_ORDERS) {
            mustBefore(end, "no orders are decided");
        }
    }

    private static void mustBefore(long endNanos, String otherwise) throws InterruptedException {
        if (System.nanoTime() > endNanos) {
            throw new IllegalStateException(otherwise + " after " + CONNECT_DEADLINE.toSeconds() + " s");
        }
        Thread.sleep(Duration.ofMillis(50));
    }

    private ChaosReport report(List<Kill> kills, Evidence evidence) {
        ChaosReport.Counts counts = new ChaosReport.Counts(
                tally.askedCount(),
                tally.receivedCount(),
                tally.refusedCount(),
                tally.unknownCount(),
                evidence.book().orders().size(),
                evidence.book().orders().stream()
                        .filter(order -> order.isOpen())
                        .count(),
                evidence.book().trades().size(),
                evidence.views().stream().mapToLong(view -> view.gaps()).sum(),
                ChaosReport.commands(evidence),
                ChaosReport.deals(evidence));
        return new ChaosReport(
                options.name(),
                clock.instant().toString(),
                options.seed(),
                options.traders(),
                run.seconds(),
                ChaosReport.kinds(kills),
                counts,
                tally.connectionCounts(),
                Checker.judge(evidence),
                kills);
    }
}
