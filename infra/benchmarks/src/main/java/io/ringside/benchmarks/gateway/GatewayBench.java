package io.ringside.benchmarks.gateway;

import io.nats.client.Connection;
import io.ringside.benchmarks.command.Run;
import io.ringside.benchmarks.floor.OwnFloor;
import io.ringside.benchmarks.peers.Bare;
import io.ringside.benchmarks.peers.Contender;
import io.ringside.benchmarks.peers.Cores;
import io.ringside.benchmarks.peers.Ringside;
import io.ringside.benchmarks.peers.Serving;
import io.ringside.benchmarks.peers.SocketIo;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Starts each server afresh for each part of each round, in another order each round, and writes down the figures. */
public final class GatewayBench {
    private final Run run;
    private final GatewayOptions options;
    private final Notebook notebook;

    private GatewayBench(Run run, GatewayOptions options) {
        this.run = run;
        this.options = options;
        this.notebook = new Notebook(run::say);
    }

    public static void main(String[] words) throws Exception {
        Run.command("infra/bench gateway", run -> {
            GatewayOptions options = GatewayOptions.parse(List.of(words));
            OpenFiles.require(options.sizes());
            return run.onOwnFloor(
                    "bench-" + options.name(),
                    List.of("--servers-only", "--bench-crowd"),
                    options.keep(),
                    floor -> new GatewayBench(run, options).report(floor, InstantSource.system()));
        });
    }

    private boolean report(OwnFloor floor, InstantSource clock) throws Exception {
        Cores cores = Cores.ofThisRun();
        if (options.parts().contains(Part.MOVE) && !SocketIo.hasRedis()) {
            run.say("SKIPPED: no redis-server on PATH, so two nodes of Socket.IO are not measured");
        }
        try (Connection nats = floor.ready().connectNats();
                Ringside ringside = new Ringside(cores, run.repository(), options.heapMb(), floor, nats, clock)) {
            run.say("signing in");
            ringside.signIn(options.sizes().most());
            for (int round = 1; round <= options.rounds(); round++) {
                for (Part part : Part.values()) {
                    if (options.parts().contains(part)) {
                        for (Contender contender : rotated(contenders(part, cores, ringside, floor), round - 1)) {
                            measure(part, contender, round, nats);
                        }
                    }
                }
            }
        }
        GatewayFigures figures = GatewayFigures.of(options, cores, clock, notebook);
        System.out.println(Summary.table(figures.summary()));
        run.write("infra/benchmarks/results/" + options.name() + ".json", figures);
        return notebook.failures().isEmpty();
    }

    /** Who has what the part is about. */
    private List<Contender> contenders(Part part, Cores cores, Ringside ringside, OwnFloor floor) {
        Path logs = floor.data().resolve("logs");
        Contender bare = new Bare(cores, options.heapMb(), logs);
        boolean comingBack = part == Part.RESUME || part == Part.MOVE || part == Part.STORM;
        Contender socketIo = new SocketIo(cores, run.repository(), comingBack, logs);
        return switch (part) {
            case ADDED, DEPLOY -> List.of(ringside);
            case RESUME -> List.of(ringside, socketIo);
            case MOVE -> SocketIo.hasRedis() ? List.of(ringside, socketIo) : List.of(ringside);
            default -> List.of(ringside, bare, socketIo);
        };
    }

    /** One that fails does not take what was measured of the others with it. */
    private void measure(Part part, Contender contender, int round, Connection nats)
            throws InterruptedException, TimeoutException {
        notebook.turnTo(contender.name(), round);
        try (Serving serving = contender.start(part == Part.MOVE || part == Part.DEPLOY ? 2 : 1)) {
            notebook.flags(serving.flags());
            switch (part) {
                case MEMORY -> new IdleMemory(options.sizes(), notebook).measure(serving);
                case FANOUT -> new FanOut(options.sizes(), notebook).rates(serving);
                case CEILING -> new FanOut(options.sizes(), notebook).ceiling(serving);
                case STALLED -> new StalledReader(options.sizes(), notebook).measure(serving);
                case RESUME -> new Comeback(options.sizes(), notebook).resume(serving);
                case MOVE -> new Comeback(options.sizes(), notebook).move(serving);
                case STORM -> new Comeback(options.sizes(), notebook).storm(serving);
                case DEPLOY -> new Deploy(options.sizes(), notebook).measure(serving);
                case ADDED -> new Added(options.sizes(), notebook, nats).measure(serving);
            }
        } catch (RuntimeException e) {
            notebook.failed(part.word(), e);
        }
    }

    static <T> List<T> rotated(List<T> all, int by) {
        List<T> rotated = new ArrayList<>(all);
        Collections.rotate(rotated, -by);
        return rotated;
    }
}
