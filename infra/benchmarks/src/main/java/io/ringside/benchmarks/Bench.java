package io.ringside.benchmarks;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.nats.client.Connection;
import io.ringside.benchmarks.floor.OwnFloor;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.load.OpenLoop;
import io.ringside.benchmarks.measure.FloorSettings;
import io.ringside.benchmarks.measure.Observer;
import io.ringside.benchmarks.measure.Stretch;
import io.ringside.benchmarks.trader.GatewayHttp;
import io.ringside.benchmarks.trader.SignedIn;
import io.ringside.provision.Repository;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Starts a floor, warms it up, measures it at each rate and looks for the highest. */
public final class Bench {
    private static final int WARM_UP_RATE = 100;

    private final Path repository;
    private final BenchOptions options;
    private final InstantSource clock;
    private final long startNanos = System.nanoTime();

    private Bench(Path repository, BenchOptions options, InstantSource clock) {
        this.repository = repository;
        this.options = options;
        this.clock = clock;
    }

    public static void main(String[] words) throws Exception {
        try {
            new Bench(Repository.find().root(), BenchOptions.parse(List.of(words)), InstantSource.system()).run();
            System.exit(0);
        } catch (IllegalArgumentException e) {
            System.err.println("infra/bench: " + e.getMessage());
            System.exit(2);
        }
    }

    private void run() throws Exception {
        Path running = options.ready();
        if (running == null) {
            runOnOwnFloor();
        } else {
            report(measure(ReadyFloor.read(running)));
        }
    }

    private void runOnOwnFloor() throws Exception {
        Path data = repository.resolve(".ringside/runs/bench-" + options.name());
        if (Files.exists(data)) {
            throw new IllegalArgumentException("there is a folder " + data + " of an earlier run: delete it");
        }
        say("starting a floor of its own in " + data);
        OwnFloor floor = OwnFloor.start(repository, data, options.record() ? List.of("--record") : List.of());
        try (floor) {
            report(measure(floor.ready()));
        }
        if (!options.keep()) {
            floor.forget();
        }
    }

    private void report(BenchReport report) throws IOException {
        report.print(System.out);
        if (options.record()) {
            return;
        }
        Path file = repository.resolve("infra/benchmarks/results/" + options.name() + ".json");
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, ObjectMapper.getDefault().writeValueAsBytes(report));
        say("written to " + repository.relativize(file));
    }

    private BenchReport measure(ReadyFloor floor) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                Connection nats = floor.connectNats()) {
            List<String> instruments = instruments(floor);
            say("signing in " + options.users() + " users");
            try (OpenLoop load = new OpenLoop(floor, options.users(), instruments, 1, clock)) {
                say("warming up for " + options.warmUpSeconds() + " s");
                load.run(WARM_UP_RATE, Duration.ofSeconds(options.warmUpSeconds()));
                Observer observer = new Observer(floor, nats, client);
                List<Stretch> stretches = new ArrayList<>();
                for (int rate : options.rates()) {
                    say("measuring " + rate + " orders/s for " + options.seconds() + " s");
                    stretches.add(observer.measure(load, rate, Duration.ofSeconds(options.seconds())));
                }
                Sustained sustained = options.sustained() ? Sustained.find(load, options.users(), this::say) : null;
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

    private void say(String what) {
        System.out.printf(
                "[%4d s] %s%n", Duration.ofNanos(System.nanoTime() - startNanos).toSeconds(), what);
    }
}
