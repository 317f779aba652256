package io.ringside.faults;

import io.micronaut.serde.ObjectMapper;
import io.nats.client.Connection;
import io.ringside.benchmarks.floor.OwnFloor;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.faults.evidence.Collector;
import io.ringside.faults.evidence.Dealings;
import io.ringside.faults.evidence.Evidence;
import io.ringside.faults.race.Course;
import io.ringside.faults.trade.HistoryLog;
import io.ringside.provision.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final Path repository;
    private final RacesOptions options;
    private final InstantSource clock;
    private final long startNanos = System.nanoTime();

    private Races(Path repository, RacesOptions options, InstantSource clock) {
        this.repository = repository;
        this.options = options;
        this.clock = clock;
    }

    public static void main(String[] words) throws Exception {
        try {
            RacesOptions options = RacesOptions.parse(List.of(words));
            boolean holds = new Races(Repository.find().root(), options, InstantSource.system()).run();
            System.exit(holds ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println("infra/races: " + e.getMessage());
            System.exit(2);
        }
    }

    private boolean run() throws Exception {
        Path data = repository.resolve(".ringside/runs/" + options.name());
        if (Files.exists(data)) {
            throw new IllegalArgumentException("there is a folder " + data + " of an earlier run: delete it");
        }
        say("starting a floor of its own in " + data);
        boolean holds;
        try (OwnFloor floor = OwnFloor.start(repository, data, List.of("--gateways", "2"))) {
            ReadyFloor ready = floor.ready();
            try (HistoryLog log = HistoryLog.into(data.resolve("history.jsonl"));
                    Course course = new Course(ready, options.clients(), options.tries(), options.seed(), clock, log);
                    Connection nats = ready.connectNats()) {
                holds = race(course, new Collector(ready, nats));
            }
            if (holds && !options.keep()) {
                floor.close();
                floor.forget();
            } else {
                say("the floor's data, logs and history.jsonl stay in " + data);
            }
        }
        return holds;
    }

    private boolean race(Course course, Collector collector) throws Exception {
        long end = System.nanoTime() + CONNECT_DEADLINE.toNanos();
        while (!course.isReady()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all are connected, or there are no prices");
            }
            Thread.sleep(PAUSE);
        }
        say(options.clients() + " clients race for " + options.rfqs() + " requests, " + options.atOnce() + " at once");
        long begin = System.nanoTime();
        course.run(options.rfqs(), options.atOnce());
        awaitEnd(course);
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        int over = course.over();
        Evidence evidence = new Calm(List.of(course), collector, this::say).evidence(() -> {
            Dealings dealings = course.dealings();
            return collector.collect(List.of(), List.of(), dealings);
        });
        RacesReport report = RacesReport.of(
                options, clock.instant().toString(), over, seconds, course.gateways(), course.rivals(), evidence);
        report.print(System.out, VIOLATIONS_SHOWN);
        Path file = repository.resolve("infra/faults/results/" + options.name() + ".json");
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, ObjectMapper.getDefault().writeValueAsBytes(report));
        say("written to " + repository.relativize(file));
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
                say("no race ended for " + PROGRESS_DEADLINE.toSeconds() + " s");
                return;
            }
            if (now / SAID_EVERY > said) {
                said = now / SAID_EVERY;
                say(now + " races are over");
            }
            Thread.sleep(PAUSE);
        }
    }

    private void say(String what) {
        System.out.printf(
                "[%4d s] %s%n", Duration.ofNanos(System.nanoTime() - startNanos).toSeconds(), what);
    }
}
