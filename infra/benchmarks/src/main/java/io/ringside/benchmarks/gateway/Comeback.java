package io.ringside.benchmarks.gateway;

import io.ringside.benchmarks.peers.Serving;
import io.ringside.benchmarks.peers.Users;
import io.ringside.benchmarks.wire.Arrival;
import io.ringside.benchmarks.wire.WireClient;
import io.ringside.benchmarks.wire.WireCrowd;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Everybody goes, misses something or nothing, and comes back at the same moment. */
final class Comeback {
    private static final double AT_ONCE = 1e9;
    private static final int PATIENCE_SECONDS = 60;
    private static final int RESUMES = 3;
    private static final int DIGITS = 3;
    private static final long FAREWELL_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Sizes sizes;
    private final Notebook notebook;

    Comeback(Sizes sizes, Notebook notebook) {
        this.sizes = sizes;
        this.notebook = notebook;
    }

    /** With so many messages missed each: to a server that never saw that, and to one that did. */
    void resume(Serving serving) {
        comeback(serving, "resume", sizes.of(Size.RETURNING), sizes.of(Size.MISSED), RESUMES);
    }

    /** The same on the other node. */
    void move(Serving serving) {
        comeback(serving, "move", sizes.of(Size.RETURNING), sizes.of(Size.MISSED), 1);
    }

    /** With nothing missed. */
    void storm(Serving serving) {
        comeback(serving, "storm", sizes.of(Size.STORM), 0, 1);
    }

    private void comeback(Serving serving, String what, int count, int missed, int times) {
        String whole = what + " of " + count + (missed > 0 ? " x " + missed : "");
        try (WireCrowd crowd = new WireCrowd(serving.address())) {
            Comers comers = new Comers(serving, crowd);
            List<WireClient> clients = comers.clients(0, count, false, (bytes, from, length) -> {});
            comers.come(clients);
            if (missed > 0) {
                // Whoever never heard anything has no place to come back to.
                letters(serving, count).deliver(0, 1);
                LockSupport.parkNanos(FAREWELL_NANOS);
            }
            for (int time = 1; time <= times; time++) {
                crowd.drop(clients);
                clients.forEach(client -> client.moveTo(serving.otherAddress()));
                if (missed > 0) {
                    letters(serving, count).deliver(1 + (time - 1) * missed, missed);
                }
                LockSupport.parkNanos(FAREWELL_NANOS);
                long start = System.nanoTime();
                comers.admit(clients);
                double admitting = seconds(System.nanoTime() - start);
                long server = serving.cpuMillis();
                WireCrowd.Attendance back = crowd.open(clients, AT_ONCE, missed, PATIENCE_SECONDS);
                write(time == 1 ? whole : whole + ", time " + time, back, serving.cpuMillis() - server, admitting);
            }
        }
    }

    private static Letters letters(Serving serving, int clients) {
        return new Letters(
                serving.inboxes().orElseThrow(() -> new IllegalArgumentException("it keeps nothing for anybody")),
                Math.min(clients, Users.COUNT));
    }

    private void write(String what, WireCrowd.Attendance back, long serverCpuMs, double admitting) {
        Histogram micros = new Histogram(DIGITS);
        back.arrivals().forEach(arrival -> micros.recordValue(TimeUnit.NANOSECONDS.toMicros(arrival.caughtUp())));
        Map<String, Double> figures = Notebook.figures(micros);
        figures.put(
                "all back s",
                seconds(back.arrivals().stream()
                        .mapToLong(Arrival::caughtUp)
                        .max()
                        .orElse(0)));
        figures.put("not back", (double) back.absent());
        figures.put("server cpu s", serverCpuMs / 1_000.0);
        figures.put("handshakes", (double)
                back.arrivals().stream().mapToInt(Arrival::attempts).sum());
        figures.put("tickets before s", admitting);
        if (back.absent() > 0) {
            notebook.say(back.absent() + " not back: " + back.failure());
        }
        notebook.write(what, figures, micros);
    }

    private static double seconds(long nanos) {
        return Math.round(nanos / 1e7) / 100.0;
    }
}
