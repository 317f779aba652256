package io.ringside.benchmarks.gateway;

import io.ringside.benchmarks.peers.Serving;
import io.ringside.benchmarks.wire.WireClient;
import io.ringside.benchmarks.wire.WireCrowd;
import java.util.List;
import java.util.Map;

/** A reader that does not read while much flows: what it costs the server, and what the others notice. */
final class StalledReader {
    private static final int OTHERS = 10;
    private static final int BYTES = 1_000;
    private static final int PER_SECOND = 2_500;
    private static final int BYTES_PER_MEGABYTE = 1_000_000;
    private static final double MIB = 1024 * 1024;

    private final Sizes sizes;
    private final Notebook notebook;

    StalledReader(Sizes sizes, Notebook notebook) {
        this.sizes = sizes;
        this.notebook = notebook;
    }

    void measure(Serving serving) {
        int seconds = Math.max(1, sizes.of(Size.MEGABYTES) * BYTES_PER_MEGABYTE / BYTES / PER_SECOND);
        try (WireCrowd crowd = new WireCrowd(serving.address())) {
            Market market = new Market(serving, crowd, new Payload(BYTES), OTHERS);
            Comers comers = new Comers(serving, crowd);
            comers.come(comers.clients(0, OTHERS, true, market));
            // As long as with it: what a young server grows by in that time is not the reader's doing.
            Stretch before = market.measure(PER_SECOND, seconds);
            long usual = serving.residentBytes();
            serving.collect();
            long empty = serving.residentBytes();
            List<WireClient> stalled = comers.clients(OTHERS, 1, true, (bytes, from, length) -> {});
            comers.come(stalled);
            stalled.forEach(WireClient::stall);
            Stretch during = market.measure(PER_SECOND, seconds);
            long full = serving.residentBytes();
            serving.collect();
            long collected = serving.residentBytes();
            Map<String, Double> figures = during.figures();
            figures.put("p99 ms before", Notebook.figures(before.micros()).get("p99 ms"));
            figures.put("MiB grown", Notebook.rounded((full - usual) / MIB));
            figures.put("MiB grown, collected", Notebook.rounded((collected - empty) / MIB));
            notebook.write("one stalled, " + sizes.of(Size.MEGABYTES) + " MB", figures, during.micros());
        }
    }
}
