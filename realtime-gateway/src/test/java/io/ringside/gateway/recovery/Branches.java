package io.ringside.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each branch was taken. */
public final class Branches {
    private final Map<Branch, LongAdder> taken = new ConcurrentHashMap<>();

    public void took(Branch branch) {
        taken.computeIfAbsent(branch, each -> new LongAdder()).increment();
    }

    /** What a gateway counted itself. */
    public void tookAsCounted(MeterRegistry meters) {
        count(Branch.HOLE, meters.find("ringside.gateway.holes").counters());
        count(Branch.REPLAY_FROM_RING, replays(meters, "ring"));
        count(Branch.REPLAY_FROM_STREAM, replays(meters, "stream"));
    }

    private static Collection<Counter> replays(MeterRegistry meters, String source) {
        return meters.find("ringside.gateway.replays").tag("source", source).counters();
    }

    private void count(Branch branch, Collection<Counter> counters) {
        counters.forEach(counter ->
                taken.computeIfAbsent(branch, each -> new LongAdder()).add((long) counter.count()));
    }

    public long of(Branch branch) {
        LongAdder count = taken.get(branch);
        return count == null ? 0 : count.sum();
    }

    /** Prints them, and fails if one of these was never taken. */
    public void show(String what, Set<Branch> wanted) {
        StringBuilder table = new StringBuilder(what);
        for (Branch branch : Branch.values()) {
            if (wanted.contains(branch) || of(branch) > 0) {
                table.append("%n%,12d  %s".formatted(of(branch), branch));
            }
        }
        System.out.println(table);
        Set<Branch> never = EnumSet.copyOf(wanted);
        never.removeIf(branch -> of(branch) > 0);
        assertThat(never).as("branches that no history took").isEmpty();
    }
}
