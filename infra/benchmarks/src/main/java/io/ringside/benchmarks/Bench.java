package io.ringside.benchmarks;

import io.micronaut.json.tree.JsonNode;
import io.nats.client.Connection;
import io.ringside.benchmarks.command.Run;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.gateway.Rehearsal;
import io.ringside.benchmarks.load.OpenLoop;
import io.ringside.benchmarks.measure.FloorSettings;
import io.ringside.benchmarks.measure.Observer;
import io.ringside.benchmarks.measure.Stretch;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.SignedIn;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Starts a floor, warms it up, measures it at each rate and looks for the highest. */
public final class Bench {
    private static final int WARM_UP_RATE = 100;

    private final Run run;
    private final BenchOptions options;
    private final InstantSource clock;

    private Bench(Run run, BenchOptions options, InstantSource clock) {
        this.run = run;
        this.options = options;
        this.clock = clock;
    }

    public static void main(String[] words) throws Exception {
        Run.command("infra/bench", run -> {
            BenchOptions options = BenchOptions.parse(List.of(words));
            Bench bench = new Bench(run, options, InstantSource.system());
            Path running = options.ready();
            return running == null
                    ? run.onOwnFloor(
                            "bench-" + options.name(),
                            options.record() ? List.of("--record") : List.of(),
                            options.keep(),
                            floor -> bench.report(floor.ready()))
                    : bench.report(ReadyFloor.read(running));
        });
    }

    private boolean report(ReadyFloor floor) throws Exception {
        BenchReport report = measure(floor);
        report.print(System.out);
        if (!options.record()) {
            run.write("infra/benchmarks/results/" + options.name() + ".json", report);
        }
        return true;
    }

    private BenchReport measure(ReadyFloor floor) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                Connection nats = floor.connectNats()) {
            List<String> instruments = instruments(floor);
            run.say("signing in " + options.users() + " users");
            try (OpenLoop load = new OpenLoop(floor, options.users(), instruments, 1, clock)) {
                run.say("warming up for " + options.warmUpSeconds() + " s");
                load.run(WARM_UP_RATE, Duration.ofSeconds(options.warmUpSeconds()));
                Observer observer = new Observer(floor, nats, client);
                List<Stretch> stretches = new ArrayList<>();
                for (int rate : options.rates()) {
                    run.say("measuring " + rate + " orders/s for " + options.seconds() + " s");
                    stretches.add(observer.measure(load, rate, Duration.ofSeconds(options.seconds())));
                }
                if (options.record()) {
                    run.say("clients leave and come back");
                    Rehearsal.on(floor, nats, clock);
                }
                Sustained sustained = options.sustained() ? Sustained.find(load, options.users(), run::say) : null;
                return new BenchReport(
                        options.name(),
                        clock.instant().toString(),
                        options.users(),
                        options.warmUpSeconds(),
                        FloorSettings.of(floor, client),
                        stretches,
                        sustained);
            }
        }
    }

    private static List<String> instruments(ReadyFloor floor) {
        ReadyFloor.Login login = floor.benchTraders().getFirst();
        try (GatewayHttp http = new GatewayHttp(floor.gateway())) {
            JsonNode answer = new SignedIn(http, login.user(), login.password())
                    .get("/api/instruments")
                    .join();
            List<String> ids = new ArrayList<>();
            for (JsonNode row :
                    Objects.requireNonNull(answer.get("instruments")).values()) {
                ids.add(Objects.requireNonNull(row.get("id")).getStringValue());
            }
            return ids;
        }
    }
}
