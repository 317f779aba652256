package io.ringside.benchmarks.measure;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.ringside.benchmarks.floor.ReadyFloor;
import io.ringside.benchmarks.floor.StreamLog;
import io.ringside.benchmarks.floor.StreamLog.Stored;
import io.ringside.benchmarks.load.LoadResult;
import io.ringside.benchmarks.load.OpenLoop;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Looks at a floor before and after a stretch of load, and not at all while it lasts. */
public final class Observer {
    private static final List<String> STREAMS = List.of("COMMANDS", "EVENTS", "INBOX");
    private static final double MS = 1_000;

    private final ReadyFloor floor;
    private final Connection nats;
    private final HttpClient client;

    public Observer(ReadyFloor floor, Connection nats, HttpClient client) {
        this.floor = floor;
        this.nats = nats;
        this.client = client;
    }

    /** How things stand at one moment. */
    private record Moment(Map<String, Long> ends, Map<String, Metrics> metrics, Map<String, Long> cpu, long nanos) {
        long end(String stream) {
            return Objects.requireNonNull(ends.get(stream), stream);
        }

        Metrics of(String process) {
            return Objects.requireNonNull(metrics.get(process), process);
        }
    }

    /** Lets the load run and measures it. */
    public Stretch measure(OpenLoop load, int rate, Duration length)
            throws IOException, JetStreamApiException, InterruptedException {
        Moment before = look();
        LoadResult result = load.run(rate, length);
        Moment after = look();
        List<Stored> commands = StreamLog.read(nats, "COMMANDS", before.end("COMMANDS") + 1);
        List<Stored> events = StreamLog.read(nats, "EVENTS", before.end("EVENTS") + 1);
        Timeline timeline = new Timeline(commands, events);
        List<Stored> all = new ArrayList<>(commands);
        all.addAll(events);
        long batched = all.stream().filter(Stored::inBatch).count();
        return new Stretch(
                rate,
                (int) length.toSeconds(),
                result.received(),
                result.decided(),
                result.ended(),
                result.refused(),
                result.undecided(),
                result.statuses(),
                timeline.stages(result.flights()),
                functions(before, after),
                perOrder(before, after, result.flights().size()),
                all.isEmpty() ? 0 : 100.0 * batched / all.size(),
                CpuUse.cores(before.cpu(), after.cpu(), Duration.ofNanos(after.nanos() - before.nanos())),
                calls(before, after));
    }

    private Moment look() throws IOException, JetStreamApiException, InterruptedException {
        Map<String, Long> ends = new TreeMap<>();
        for (String stream : STREAMS) {
            ends.put(stream, StreamLog.end(nats, stream));
        }
        Map<String, Metrics> metrics = new TreeMap<>();
        for (String process : floor.ports().keySet()) {
            if (!process.equals("nats-server") && !process.equals("postgres")) {
                metrics.put(process, Metrics.scrape(client, floor.metrics(process)));
            }
        }
        return new Moment(ends, metrics, CpuUse.now(floor), System.nanoTime());
    }

    private static Map<String, FunctionFigures> functions(Moment before, Moment after) {
        Map<String, FunctionFigures> figures = new TreeMap<>();
        after.metrics()
                .forEach((process, metrics) -> figures.putAll(FunctionFigures.between(before.of(process), metrics)));
        return figures;
    }

    private static Map<String, Double> perOrder(Moment before, Moment after, int orders) {
        Map<String, Double> perOrder = new TreeMap<>();
        for (String stream : STREAMS) {
            double stored = after.end(stream) - before.end(stream);
            perOrder.put(stream, orders == 0 ? 0 : Math.round(100 * stored / orders) / 100.0);
        }
        return perOrder;
    }

    private static Map<String, Double> calls(Moment before, Moment after) {
        Map<String, Double> calls = new LinkedHashMap<>();
        calls.put(
                "gateway: command to acknowledgement",
                mean(before, after, "realtime-gateway", "ringside_gateway_commands_received_seconds"));
        calls.put("order-submit: risk call", mean(before, after, "order-submit", "ringside_risk_call_seconds"));
        calls.put("risk-check: reserve", mean(before, after, "risk-check", "ringside_risk_reserve_seconds"));
        return calls;
    }

    private static double mean(Moment before, Moment after, String process, String timer) {
        return after.of(process).meanSince(before.of(process), timer, "") * MS;
    }
}
