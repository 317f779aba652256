package io.ringside.benchmarks;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.benchmarks.measure.FunctionFigures;
import io.ringside.benchmarks.measure.Stretch;
import io.ringside.benchmarks.report.Percentiles;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
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
        out.printf(
                LINE,
                "one event to its handled effect",
                stretch.bookedToHandled().line());
        out.println(" where the time goes");
        stretch.stages().forEach((name, times) -> out.printf(LINE, name, times.line()));
        out.printf(
                Locale.ROOT,
                " %-18s %8s %11s %10s %18s %18s %18s%n",
                "function",
                "batches",
                "batch mean",
                "batch max",
                "wait mean/p95 ms",
                "commit mean/p95",
                "publish mean/p95");
        stretch.functions().forEach((name, figures) -> print(out, name, figures));
        out.println(" calls, mean ms: " + stretch.calls());
        out.println(" messages per order: " + stretch.messagesPerOrder() + ", in atomic batches "
                + Math.round(stretch.inBatchPercent()) + " %, the others pipelined");
        out.println(" cores busy: " + stretch.cores());
        out.println(" orders by status: " + stretch.statuses() + ", refused by the gateway " + stretch.refused()
                + ", without an outcome " + stretch.undecided());
    }

    private static void print(PrintStream out, String name, FunctionFigures figures) {
        out.printf(
                Locale.ROOT,
                " %-18s %8d %11.2f %10.0f %9.2f %8.2f %9.2f %8.2f %9.2f %8.2f%n",
                name,
                figures.batches(),
                figures.batchMean(),
                figures.batchMax(),
                figures.waitMean(),
                figures.waitP95(),
                figures.commitMean(),
                figures.commitP95(),
                figures.publishMean(),
                figures.publishP95());
    }
}
