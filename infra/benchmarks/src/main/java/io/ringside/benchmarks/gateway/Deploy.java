package io.ringside.benchmarks.gateway;

import io.ringside.benchmarks.peers.Inboxes;
import io.ringside.benchmarks.peers.Serving;
import io.ringside.benchmarks.peers.Users;
import io.ringside.benchmarks.wire.WireClient;
import io.ringside.benchmarks.wire.WireCrowd;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * One of two nodes stops for a deployment while every user is told something each second: how long its clients are
 * without a connection, how many come to the other node at once, and what is lost or told twice.
 */
final class Deploy {
    /** Over how long a node that stops sends its clients away, unless it is told otherwise. */
    private static final Duration WINDOW = Duration.ofSeconds(12);

    private static final int DIGITS = 3;
    private static final int ROUNDS_BEFORE = 3;
    private static final int ROUNDS = 20;
    /** A little less than a second: each round begins on time. */
    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(950);

    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Sizes sizes;
    private final Notebook notebook;

    Deploy(Sizes sizes, Notebook notebook) {
        this.sizes = sizes;
        this.notebook = notebook;
    }

    void measure(Serving serving) throws InterruptedException {
        Inboxes inboxes =
                serving.inboxes().orElseThrow(() -> new IllegalArgumentException("it keeps nothing for anybody"));
        int leaving = sizes.of(Size.LEAVING);
        try (WireCrowd crowd = new WireCrowd(serving.address())) {
            Comers comers = new Comers(serving, crowd);
            List<Mover> movers = movers(serving, crowd, 0, leaving, serving.address());
            List<Mover> stayers = movers(serving, crowd, leaving, leaving, serving.otherAddress());
            comers.come(clients(movers));
            comers.come(clients(stayers));
            Letters letters = new Letters(inboxes, Users.COUNT);
            letters.send(0, 1);
            inboxes.settle();
            LockSupport.parkNanos(SETTLE_NANOS);
            comers.admit(clients(movers));
            Thread stop = null;
            long start = System.nanoTime();
            for (int round = 1; round <= ROUNDS; round++) {
                if (round == ROUNDS_BEFORE) {
                    stop = Thread.ofPlatform()
                            .name("deployment")
                            .start(serving.nodes().processes().getFirst()::close);
                }
                letters.spread(round, ROUND_NANOS);
                LockSupport.parkNanos(start + TimeUnit.SECONDS.toNanos(round) - System.nanoTime());
            }
            inboxes.settle();
            LockSupport.parkNanos(SETTLE_NANOS);
            if (stop != null) {
                stop.join();
            }
            crowd.on(() -> {
                write(leaving, movers, stayers);
                return true;
            });
        }
    }

    private static List<Mover> movers(
            Serving serving, WireCrowd crowd, int first, int count, InetSocketAddress address) {
        List<Mover> movers = new ArrayList<>(count);
        for (int at = first; at < first + count; at++) {
            Mover mover = new Mover(serving.otherAddress());
            WireClient client = crowd.client(serving.client(at, false), mover);
            client.moveTo(address);
            mover.is(client);
            movers.add(mover);
        }
        return movers;
    }

    private static List<WireClient> clients(List<Mover> movers) {
        return movers.stream().map(Mover::client).toList();
    }

    private void write(int leaving, List<Mover> movers, List<Mover> stayers) {
        Histogram gaps = new Histogram(DIGITS);
        Comings comings = new Comings();
        long lost = 0;
        long twice = 0;
        for (Mover mover : movers) {
            mover.gapNanos().ifPresent(nanos -> gaps.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos)));
            mover.triedNanos().ifPresent(comings::at);
        }
        for (List<Mover> all : List.of(movers, stayers)) {
            lost += all.stream().mapToLong(mover -> mover.missing(ROUNDS)).sum();
            twice += all.stream().mapToLong(Mover::twice).sum();
        }
        Map<String, Double> figures = Notebook.figures(gaps);
        figures.put("not back", (double) (movers.size() - gaps.getTotalCount()));
        figures.put("handshakes", (double)
                movers.stream().mapToLong(Mover::attempts).sum());
        figures.put("lost", (double) lost);
        figures.put("twice", (double) twice);
        double even = leaving / (double) WINDOW.toSeconds();
        figures.put("peak of even pace", Notebook.rounded(comings.mostInASecond() / even));
        notebook.write("deploy, " + leaving + " leave", figures, gaps);
    }
}
