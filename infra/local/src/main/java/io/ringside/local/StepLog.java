package io.ringside.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** One line a step, with the seconds since the start. */
final class StepLog implements Consumer<String> {
    private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final PrintStream out;
    private final long begin = System.nanoTime();

    StepLog(PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(String step) {
        out.println(String.format(Locale.ROOT, "[%5.1f s] %s", (System.nanoTime() - begin) / NANOS_PER_SECOND, step));
    }
}
