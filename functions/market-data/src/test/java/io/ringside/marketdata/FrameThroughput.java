package io.ringside.marketdata;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringside.contracts.Wire;
import io.ringside.marketdata.feed.FeedMetrics;
import io.ringside.marketdata.kraken.FramePipeline;
import io.ringside.marketdata.quote.QuoteBoard;
import io.ringside.marketdata.quote.QuoteMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Measures the way of a frame on one thread: decode, rebuild, verify, normalise, encode. Run its main by hand; it
 * prints frames per second and percentiles of one frame.
 */
public final class FrameThroughput {
    private static final int LOOPS_WARM = 40;
    private static final int LOOPS_MEASURED = 60;

    private FrameThroughput() {}

    public static void main(String[] arguments) throws IOException {
        List<String> frames = Files.readAllLines(Recording.kraken()).stream()
                .filter(line -> line.matches("[0-9]+\\.[0-9]+: \\[.*"))
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .toList();
        long[] bytes = new long[2];
        QuoteBoard board = new QuoteBoard(
                "bench",
                quote -> {
                    bytes[0] += Wire.encode(quote).length;
                    bytes[1]++;
                    return true;
                },
                InstantSource.system(),
                new QuoteMetrics(new SimpleMeterRegistry()));
        FeedMetrics metrics = new FeedMetrics(new SimpleMeterRegistry());
        Set<String> pairs = FramePipeline.pairs(frames);
        board.list(Instruments.cryptos(pairs));
        FramePipeline pipeline = new FramePipeline(board, metrics, pairs);
        run(frames, pipeline, LOOPS_WARM, new long[LOOPS_WARM * frames.size()]);
        bytes[1] = 0;
        long[] nanos = new long[LOOPS_MEASURED * frames.size()];
        long begin = System.nanoTime();
        run(frames, pipeline, LOOPS_MEASURED, nanos);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                "%d frames in %.2f s: %.0f frames/s, %.0f quotes/s out; one frame p50 %.1f us, p99 %.1f us,"
                        + " p99.9 %.1f us; checksums failed %d%n",
                nanos.length,
                seconds,
                nanos.length / seconds,
                bytes[1] / seconds,
                nanos[nanos.length / 2] / 1e3,
                nanos[(int) (nanos.length * 0.99)] / 1e3,
                nanos[(int) (nanos.length * 0.999)] / 1e3,
                metrics.checksumFailures());
    }

    private static void run(List<String> frames, FramePipeline pipeline, int loops, long[] nanos) throws IOException {
        int measured = 0;
        for (int loop = 0; loop < loops; loop++) {
            for (String frame : frames) {
                long begin = System.nanoTime();
                pipeline.take(frame);
                nanos[measured++] = System.nanoTime() - begin;
            }
        }
    }
}
