package io.ringside.benchmarks.sockets;

import io.nats.client.Connection;
import io.ringside.benchmarks.command.Run;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.measure.CpuUse;
import io.ringside.benchmarks.measure.FloorSettings;
import io.ringside.benchmarks.report.Micros;
import io.ringside.benchmarks.report.Percentiles;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts a floor with a crowd, and measures what many sockets cost and how they hear. */
public final class SocketsBench {
    private static final double ARRIVALS_PER_SECOND = 200;
    private static final int NOTES_PER_SECOND = 200;
    private static final int QUIET_SECONDS = 15;
    private static final int STATUS_CHANGES = 20;
    private static final int DEALS_BEFORE = 30;
    private static final int DEALS = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final double AT_ONCE = 1e9;

    private final Run run;
    private final SocketsOptions options;
    private final ReadyFloor floor;
    private final Crowd crowd;
    private final Connection nats;

    private SocketsBench(Run run, SocketsOptions options, ReadyFloor floor, Crowd crowd, Connection nats) {
        this.run = run;
        this.options = options;
        this.floor = floor;
        this.crowd = crowd;
        this.nats = nats;
    }

    public static void main(String[] words) throws Exception {
        Run.command("infra/bench", run -> {
            SocketsOptions options = SocketsOptions.parse(List.of(words));
            return run.onOwnFloor(
                    "bench-" + options.name(),
                    List.of("--bench-crowd"),
                    options.keep(),
                    floor -> report(run, options, floor.ready()));
        });
    }

    private static boolean report(Run run, SocketsOptions options, ReadyFloor floor) throws Exception {
        try (Crowd crowd = new Crowd(floor);
                Connection nats = floor.connectNats()) {
            SocketFigures figures = new SocketsBench(run, options, floor, crowd, nats).measure(InstantSource.system());
            figures.print(System.out);
            run.write("infra/benchmarks/results/" + options.name() + ".json", figures);
            return true;
        }
    }

    private SocketFigures measure(InstantSource clock) throws Exception {
        run.say("signing in " + crowd.size() + " people");
        crowd.signIn();
        warmUp();
        SocketFigures.Idle idle = idle();
        SocketFigures.Latency delivery = delivery();
        SocketFigures.Return comeback = comeback();
        SocketFigures.Presence presence = presence();
        SocketFigures.Deals deals = deals(clock);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new SocketFigures(
                    options.name(),
                    clock.instant().toString(),
                    FloorSettings.of(floor, client),
                    new GatewayMemory(floor).flags(),
                    idle,
                    delivery,
                    comeback,
                    presence,
                    deals);
        }
    }

    /** What is loaded and compiled the first time is not what a socket costs. */
    private void warmUp() {
        List<Ear> ears = crowd.ears(options.few(), List.of(), (ear, push, nanos) -> {});
        crowd.open(ears, ARRIVALS_PER_SECOND);
        LockSupport.parkNanos(WARM_UP.toNanos());
        crowd.leave(ears);
    }

    private SocketFigures.Idle idle() throws IOException {
        run.say("opening " + options.many() + " sockets, " + (int) ARRIVALS_PER_SECOND + " a second");
        return IdleSockets.measure(crowd, new GatewayMemory(floor), options, ARRIVALS_PER_SECOND);
    }

    private SocketFigures.Latency delivery() throws Exception {
        run.say("delivering " + NOTES_PER_SECOND + " notices a second for " + options.seconds() + " s");
        crowd.signIn();
        Delivery delivery = new Delivery();
        List<Ear> ears = crowd.ears(Math.min(options.few(), crowd.size()), List.of(), delivery);
        crowd.open(ears, ARRIVALS_PER_SECOND);
        Percentiles added = delivery.measure(nats, ears, NOTES_PER_SECOND, options.seconds());
        crowd.leave(ears);
        return new SocketFigures.Latency(ears.size(), NOTES_PER_SECOND, added);
    }

    private SocketFigures.Return comeback() throws Exception {
        run.say(options.returning() + " sockets go, miss " + options.missed()
                + " messages each, and come back at once");
        crowd.signIn();
        List<Ear> ears = crowd.ears(options.returning(), List.of(), (ear, push, nanos) -> {});
        crowd.open(ears, ARRIVALS_PER_SECOND);
        crowd.leave(ears);
        Notes notes = new Notes(nats);
        List<String> users = ears.stream().map(Ear::user).distinct().toList();
        for (int each = 0; each < options.missed(); each++) {
            users.forEach(notes::send);
        }
        notes.awaitStored();
        crowd.signIn();
        long start = System.nanoTime();
        List<Ear.Times> times = crowd.open(ears, AT_ONCE);
        long all = System.nanoTime() - start;
        crowd.leave(ears);
        long wrong =
                times.stream().filter(time -> time.missed() != options.missed()).count();
        if (wrong > 0) {
            throw new IllegalStateException(wrong + " sockets were not told what they missed");
        }
        Micros each = new Micros();
        times.forEach(time -> each.add(time.caughtUp()));
        return new SocketFigures.Return(
                ears.size(), options.missed(), each.percentiles(), TimeUnit.NANOSECONDS.toMillis(all));
    }

    private SocketFigures.Presence presence() {
        run.say(crowd.size() + " people watch each other");
        crowd.signIn();
        Attendance attendance = new Attendance(crowd.size());
        List<Ear> ears = crowd.ears(crowd.size(), List.of("presence"), attendance);
        crowd.open(ears, ARRIVALS_PER_SECOND);
        long seen = attendance.awaitAll(ears.size());
        LockSupport.parkNanos(WARM_UP.toNanos());
        long told = attendance.told();
        Map<String, Long> before = CpuUse.now(floor);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(QUIET_SECONDS));
        Map<String, Double> cores = CpuUse.cores(before, CpuUse.now(floor), Duration.ofSeconds(QUIET_SECONDS));
        long pushes = attendance.told() - told;
        Percentiles change = attendance.changes(ears, STATUS_CHANGES);
        crowd.leave(ears);
        return new SocketFigures.Presence(
                crowd.size(), TimeUnit.NANOSECONDS.toMillis(seen), QUIET_SECONDS, pushes, cores, change);
    }

    private SocketFigures.Deals deals(InstantSource clock) throws InterruptedException {
        run.say("two traders make " + DEALS + " deals");
        try (Dealing warmUp = new Dealing(floor, clock)) {
            warmUp.measure(DEALS_BEFORE);
        }
        try (Dealing dealing = new Dealing(floor, clock)) {
            return dealing.measure(DEALS);
        }
    }
}
