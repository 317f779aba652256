package io.ringside.benchmarks.sockets;

import io.micronaut.json.tree.JsonNode;
import io.ringside.benchmarks.report.Micros;
import io.ringside.benchmarks.report.Percentiles;
import io.ringside.benchmarks.trader.Inbound;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A crowd whose every member watches all the others: who is seen how, and how soon everybody sees a change. */
final class Attendance implements Ear.Hearing {
    private static final Duration SEEN_MAX = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private final Map<Ear, Set<String>> active = new HashMap<>();
    private final Micros seen = new Micros();
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong sawAll = new AtomicLong();
    private final AtomicLong sawChange = new AtomicLong();
    private final int people;
    private volatile String changing = "";
    private volatile long changedNanos;

    /** @param people how many an ear has to see */
    Attendance(int people) {
        this.people = people;
    }

    @Override
    public void heard(Ear ear, Inbound.Push push, long nanos) {
        if (!push.channel().equals("presence")) {
            return;
        }
        told.incrementAndGet();
        Set<String> here = active.computeIfAbsent(ear, first -> new HashSet<>());
        int before = here.size();
        for (JsonNode person : Objects.requireNonNull(push.data().get("people")).values()) {
            String user = Objects.requireNonNull(person.get("user")).getStringValue();
            String status = Objects.requireNonNull(person.get("status")).getStringValue();
            if (status.equals("ACTIVE")) {
                here.add(user);
            } else if (user.equals(changing) && status.equals("BUSY")) {
                seen.add(nanos - changedNanos);
                sawChange.incrementAndGet();
            }
        }
        if (before < people && here.size() >= people) {
            sawAll.incrementAndGet();
        }
    }

    /** Waits until so many ears have seen everybody come; tells how long that was, in nanoseconds. */
    long awaitAll(int ears) {
        long start = System.nanoTime();
        await(sawAll, ears, "see everybody");
        return System.nanoTime() - start;
    }

    /** Pushes that all ears were told so far. */
    long told() {
        return told.get();
    }

    /** One after the other chooses a status; the time from each choice to each ear that sees it. */
    Percentiles changes(List<Ear> ears, int changes) {
        for (int at = 0; at < changes; at++) {
            Ear ear = ears.get(at);
            sawChange.set(0);
            changing = ear.user();
            changedNanos = System.nanoTime();
            ear.command("{\"type\":\"presence.set\",\"body\":{\"clientCommandId\":\"busy-" + System.nanoTime()
                    + "\",\"status\":\"BUSY\"}}");
            await(sawChange, ears.size(), "see that " + ear.user() + " is busy");
        }
        return seen.percentiles();
    }

    private static void await(AtomicLong count, long wanted, String what) {
        long end = System.nanoTime() + SEEN_MAX.toNanos();
        while (count.get() < wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(count.get() + " of " + wanted + " " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
