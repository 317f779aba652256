package io.ringside.faults.outage;

import io.ringside.benchmarks.floor.OwnFloor;
import io.ringside.faults.alert.Audience;
import io.ringside.faults.alert.Raiser;
import io.ringside.faults.kill.Victims;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes faults by a plan while alerts are raised, and watches how each is made good. */
public final class Outages {
    private static final String GATEWAY = "realtime-gateway-";
    private static final Set<String> PROCESSES =
            Set.of(GATEWAY + "1", GATEWAY + "2", "nats-server", "postgres", "alert");
    /** What is not made good within so long never will be. */
    private static final long RECOVERY_MS_MAX = 300_000;

    private static final long LOOK_MS = 20;
    private static final int SAID_EVERY = 10;

    private final Victims victims;
    private final Signals signals;
    private final Audience audience;
    private final Raiser raiser;
    private final Consumer<String> progress;
    private final Random random;
    private final List<Outage> outages = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private final long startNanos = System.nanoTime();

    public Outages(OwnFloor floor, Audience audience, Raiser raiser, Random random, Consumer<String> progress) {
        this.victims = new Victims(floor);
        this.signals = new Signals(floor);
        this.audience = audience;
        this.raiser = raiser;
        this.random = random;
        this.progress = progress;
    }

    /** A fault that is not made good yet. */
    private record Open(int index, long atNanos, Map<String, Integer> accepted) {}

    /** All faults of the plan; returns when the last one is made good, or when one never is. */
    public List<Outage> run(int count) {
        for (Fault fault : FaultPlan.of(count, random)) {
            if (!isTimeFor(fault)) {
                return List.copyOf(outages);
            }
            strike(fault);
            if (outages.size() % SAID_EVERY == 0 || outages.size() == count) {
                progress.accept(outages.size() + " of " + count + " faults made, " + raiser.count()
                        + " alerts accepted, " + audience.present() + " clients there");
            }
        }
        await("everything is made good", open::isEmpty);
        return List.copyOf(outages);
    }

    /** After its pause; what it hits must be there to be hit. */
    private boolean isTimeFor(Fault fault) {
        if (!fault.hasty() && !await("everything is made good", open::isEmpty)) {
            return false;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(fault.pauseMs()));
        String process = process(fault);
        return process == null || await(process + " serves", () -> victims.isUp(process));
    }

    private void strike(Fault fault) {
        String process = process(fault);
        long at = System.nanoTime();
        String target =
                switch (fault.kind()) {
                    case GATEWAY_FROZEN -> signals.freeze(GATEWAY + fault.gateway(), fault.forMs());
                    case CONNECTIONS_CUT -> clients(audience.cut(fault.percent(), random));
                    case CLIENTS_MOVED -> clients(audience.moveAfter(fault.percent(), fault.forMs(), random));
                    case ACKNOWLEDGEMENTS_LOST -> clients(audience.loseAcknowledgements(fault.percent(), random));
                    default -> kill(Objects.requireNonNull(process));
                };
        open.add(new Open(outages.size(), at, raiser.counts()));
        outages.add(new Outage(name(fault.kind()), target, millis(at - startNanos), -1));
    }

    private String kill(String process) {
        victims.kill(process);
        return process;
    }

    private static @Nullable String process(Fault fault) {
        return switch (fault.kind()) {
            case GATEWAY_KILLED, GATEWAY_FROZEN -> GATEWAY + fault.gateway();
            case NATS_KILLED -> "nats-server";
            case ALERT_KILLED -> "alert";
            case POSTGRES_KILLED -> "postgres";
            default -> null;
        };
    }

    private static String name(FaultKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String clients(int count) {
        return count + " clients";
    }

    private boolean await(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RECOVERY_MS_MAX);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                progress.accept("not within " + RECOVERY_MS_MAX + " ms: " + what + "; " + audience.present()
                        + " clients are there");
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MS));
            look();
        }
        return true;
    }

    private void look() {
        long now = System.nanoTime();
        if (open.isEmpty() || !audience.isThere() || !PROCESSES.stream().allMatch(victims::isUp)) {
            return;
        }
        open.removeIf(each -> {
            boolean good = audience.hasShown(each.accepted());
            if (good) {
                outages.set(each.index(), outages.get(each.index()).recovered(millis(now - each.atNanos())));
            }
            return good;
        });
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
