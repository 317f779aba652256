package io.ringside.benchmarks;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.benchmarks.measure.FunctionFigures;
import io.ringside.benchmarks.measure.Stretch;
import io.ringside.benchmarks.report.Percentiles;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run came to, for people and for programs. */
@Serdeable
record BenchReport(
        String name,
        String at,
        int users,
        int warmUpSeconds,
        Map<String, String> settings,
        List<Stretch> stretches,
        @Nullable Sustained sustained) {
    private static final String LINE = "  %-42s %s%n";

    void print(PrintStream out) {
        out.println();
        out.println("settings: " + settings + ", " + users + " users, warm-up " + warmUpSeconds + " s");
        stretches.forEach(stretch -> print(out, stretch));
        if (sustained != null) {
            out.printf("%nhighest sustained rate: %d orders/s to accepted or rejected%n", sustained.ordersPerSecond());
            out.printf(LINE, "orders/s: accepted or rejected", Percentiles.heading());
            sustained
                    .steps()
                    .forEach(step -> out.printf(
                            LINE,
                            step.rate() + (step.holds() ? "" : " (too much)"),
                            step.decided().line()));
        }
    }

    private static void print(PrintStream out, Stretch stretch) {
        out.printf("%n%d orders/s for %d s%n", stretch.rate(), stretch.seconds());
        out.printf(LINE, "", Percentiles.heading());
        out.printf(LINE, "submit -> received", stretch.received().line());
        out.printf(LINE, "submit -> accepted or rejected", stretch.decided().line());
        out.printf(LINE, "submit -> final", stretch.ended().line());
        out.println(" where the time goes");
        stretch.stages().forEach((name, times) -> out.printf(LINE, name, times.line()));
        out.println(" mean, p95 and p99 in ms; effect: one event from its publication to its committed effect");
        out.println(FunctionFigures.heading());
        stretch.functions().forEach((name, figures) -> out.println(figures.line(name)));
        out.println(" calls, mean ms: " + stretch.calls());
        out.println(" messages per order: " + stretch.messagesPerOrder() + ", in atomic batches "
                + Math.round(stretch.inBatchPercent()) + " %, the others pipelined");
        out.println(" cores busy: " + stretch.cores());
        out.println(" orders by status: " + stretch.statuses() + ", refused by the gateway " + stretch.refused()
                + ", without an outcome " + stretch.undecided());
    }
}
