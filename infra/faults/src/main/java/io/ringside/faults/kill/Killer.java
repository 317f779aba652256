package io.ringside.faults.kill;

import io.ringside.benchmarks.floor.OwnFloor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Kills by plan, each time with commands under way, and lets the floor make progress in between. */
public final class Killer {
    private static final long PAUSE_MS_MIN = 100;
    private static final long PAUSE_MS_MAX = 1_200;
    /** One kill of so many comes without waiting for progress: several processes are then down at once. */
    private static final int HASTY_ONE_IN = 4;
    /** Without progress for so long the next kill comes all the same. */
    private static final long PROGRESS_MS_MAX = 60_000;
    /** A process that stays away for so long does not come back. */
    private static final long AWAY_MS_MAX = 300_000;
    /** How long to wait for a command to be under way. */
    private static final long UNDER_WAY_MS_MAX = 200;
    /** Spread of the blow over the steps of a command's life. */
    private static final long BLOW_MICROS_MAX = 12_000;

    private final Victims victims;
    private final Load load;
    private final Random random;
    private final Consumer<String> progress;
    private final List<Kill> kills = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private final long startNanos = System.nanoTime();

    public Killer(OwnFloor floor, Load load, Random random, Consumer<String> progress) {
        this.victims = new Victims(floor);
        this.load = load;
        this.random = random;
        this.progress = progress;
    }

    /** A kill that has not been made good yet. */
    private record Open(int index, long atNanos, long decidedBefore) {}

    /** Kills each kind of process so often. */
    public List<Kill> run(int killsOfEach) {
        KillPlan plan = new KillPlan(victims.kinds(), killsOfEach, random);
        int all = plan.size();
        while (!plan.isDone()) {
            awaitProgress();
            String kind = awaitVictim(plan);
            strike(kind);
            if (kills.size() % 10 == 0 || plan.isDone()) {
                long decided = load.decided();
                progress.accept(kills.size() + " of " + all + " processes killed, " + decided + " orders decided");
            }
        }
        awaitRecovery();
        return List.copyOf(kills);
    }

    private void awaitProgress() {
        long before = load.decided();
        pause(random.nextLong(PAUSE_MS_MIN, PAUSE_MS_MAX));
        long patienceMs = random.nextInt(HASTY_ONE_IN) == 0 ? 0 : PROGRESS_MS_MAX;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
        while (load.decided() == before && System.nanoTime() < end) {
            pause(20);
        }
    }

    private String awaitVictim(KillPlan plan) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AWAY_MS_MAX);
        Optional<String> kind = plan.next(victims::isUp);
        while (kind.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no process of the plan comes back within " + AWAY_MS_MAX + " ms");
            }
            pause(50);
            kind = plan.next(victims::isUp);
        }
        return kind.get();
    }

    private void strike(String kind) {
        load.burst();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(UNDER_WAY_MS_MAX);
        while (load.unanswered() == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextLong(BLOW_MICROS_MAX)));
        int unanswered = load.unanswered();
        long decided = load.decided();
        victims.kill(kind);
        long now = System.nanoTime();
        open.add(new Open(kills.size(), now, decided));
        kills.add(new Kill(kind, millis(now - startNanos), unanswered, load.undecided(), -1, -1));
    }

    /** Everything serves again and orders are decided. */
    private void awaitRecovery() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AWAY_MS_MAX);
        while (!open.isEmpty()) {
            pause(20);
            if (System.nanoTime() > end) {
                throw new IllegalStateException("after " + AWAY_MS_MAX + " ms not all is well again: " + kills);
            }
        }
    }

    private void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        long decided = load.decided();
        long now = System.nanoTime();
        open.removeIf(each -> {
            Kill kill = kills.get(each.index());
            if (kill.servesAfterMs() < 0 && isServing(each, kill)) {
                kill = kill.served(millis(now - each.atNanos()));
            }
            if (kill.decidesAfterMs() < 0 && decided > each.decidedBefore()) {
                kill = kill.decided(millis(now - each.atNanos()));
            }
            kills.set(each.index(), kill);
            return kill.servesAfterMs() >= 0 && kill.decidesAfterMs() >= 0;
        });
    }

    /** Also when it was killed once more since: then it served in between. */
    private boolean isServing(Open each, Kill kill) {
        boolean killedAgain = kills.subList(each.index() + 1, kills.size()).stream()
                .anyMatch(later -> later.kind().equals(kill.kind()));
        return killedAgain || victims.isUp(kill.kind());
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
