package io.ringside.faults;

import io.nats.client.Connection;
import io.ringside.benchmarks.command.Run;
import io.ringside.benchmarks.floor.OwnFloor;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.faults.evidence.Collector;
import io.ringside.faults.evidence.Dealings;
import io.ringside.faults.evidence.Evidence;
import io.ringside.faults.race.Course;
import io.ringside.faults.trade.HistoryLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Starts a floor, lets many clients race for each of many requests for quotes, waits for calm and judges. */
public final class Races {
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(60);
    /** Without a race that ends for so long, those that are left are given up. */
    private static final Duration PROGRESS_DEADLINE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int VIOLATIONS_SHOWN = 5;
    private static final int SAID_EVERY = 100;

    private final Run run;
    private final RacesOptions options;
    private final InstantSource clock;

    private Races(Run run, RacesOptions options, InstantSource clock) {
        this.run = run;
        this.options = options;
        this.clock = clock;
    }

    public static void main(String[] words) throws Exception {
        Run.command("infra/races", run -> {
            RacesOptions options = RacesOptions.parse(List.of(words));
            Races races = new Races(run, options, InstantSource.system());
            return run.onOwnFloor(options.name(), List.of("--gateways", "2"), options.keep(), races::race);
        });
    }

    private boolean race(OwnFloor floor) throws Exception {
        ReadyFloor ready = floor.ready();
        try (HistoryLog log = HistoryLog.into(floor.data().resolve("history.jsonl"));
                Course course = new Course(ready, options.clients(), options.tries(), options.seed(), clock, log);
                Connection nats = ready.connectNats()) {
            return race(course, new Collector(ready, nats));
        }
    }

    private boolean race(Course course, Collector collector) throws Exception {
        long end = System.nanoTime() + CONNECT_DEADLINE.toNanos();
        while (!course.isReady()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all are connected, or there are no prices");
            }
            Thread.sleep(PAUSE);
        }
        run.say(options.clients() + " clients race for " + options.rfqs() + " requests, " + options.atOnce()
                + " at once");
        long begin = System.nanoTime();
        course.run(options.rfqs(), options.atOnce());
        awaitEnd(course);
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        int over = course.over();
        Evidence evidence = new Calm(List.of(course), collector, run::say).evidence(() -> {
            Dealings dealings = course.dealings();
            return collector.collect(List.of(), List.of(), dealings);
        });
        RacesReport report = RacesReport.of(
                options, clock.instant().toString(), over, seconds, course.gateways(), course.rivals(), evidence);
        report.print(System.out, VIOLATIONS_SHOWN);
        run.write("infra/faults/results/" + options.name() + ".json", report);
        return report.holds();
    }

    private void awaitEnd(Course course) throws InterruptedException {
        int last = -1;
        int said = 0;
        long end = 0;
        while (course.over() < options.rfqs()) {
            int now = course.over();
            if (now != last) {
                last = now;
                end = System.nanoTime() + PROGRESS_DEADLINE.toNanos();
            } else if (System.nanoTime() > end) {
                run.say("no race ended for " + PROGRESS_DEADLINE.toSeconds() + " s");
                return;
            }
            if (now / SAID_EVERY > said) {
                said = now / SAID_EVERY;
                run.say(now + " races are over");
            }
            Thread.sleep(PAUSE);
        }
    }
}
