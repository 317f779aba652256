package io.ringside.gateway.recovery;

import io.ringside.testkit.HandMovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Threads that run one at a time, in an order that a seed decides, in a time that moves only here: the same seed gives
 * the same history. What blocks says so by {@link #yield} and {@link #pause}, holding no lock.
 */
public final class Turns {
    /** Time that one step takes at the most. */
    private static final int STEP_MS_MAX = 5;
    /** Steps after which nothing should be left to do. */
    private static final int STEPS_TO_REST_MAX = 100_000;

    private final Random random;
    private final HandMovedClock clock;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Strand> ready = new ArrayList<>();
    private final PriorityQueue<Due> later =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private final Semaphore back = new Semaphore(0);
    private @Nullable Strand running;
    private @Nullable Throwable failure;
    private long dues;

    public Turns(Random random, HandMovedClock clock) {
        this.random = random;
        this.clock = clock;
    }

    private record Due(Instant at, long number, Runnable task) {}

    /** Tasks that run one after the other, in their order. */
    public static final class Lane implements Executor {
        private final Queue<Runnable> tasks = new ArrayDeque<>();
        private boolean inside;

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        /** Whether one of its tasks runs now. */
        public boolean isInside() {
            return inside;
        }

        /** Forgets some of what waits. */
        public void forget(Random random) {
            tasks.removeIf(task -> random.nextBoolean());
        }

        public boolean isEmpty() {
            return tasks.isEmpty();
        }

        private void runOne() {
            inside = true;
            try {
                tasks.remove().run();
            } finally {
                inside = false;
            }
        }
    }

    private final class Strand {
        private final Semaphore turn = new Semaphore(0);
        private final Thread thread;

        Strand(Runnable task) {
            thread = Thread.ofVirtual().unstarted(() -> {
                turn.acquireUninterruptibly();
                try {
                    task.run();
                } catch (RuntimeException | Error e) {
                    failure = e;
                } finally {
                    back.release();
                }
            });
            thread.start();
        }

        void run() {
            running = this;
            turn.release();
            back.acquireUninterruptibly();
            running = null;
        }

        void sleep() {
            back.release();
            turn.acquireUninterruptibly();
        }
    }

    /** One more lane. */
    public Lane lane() {
        Lane lane = new Lane();
        lanes.add(lane);
        return lane;
    }

    /** The lane is of no use any more. */
    public void close(Lane lane) {
        lanes.remove(lane);
    }

    /** Runs this soon on a thread of its own. */
    public void start(Runnable task) {
        ready.add(new Strand(task));
    }

    /** Runs this once that has passed. */
    public void startAfter(Duration delay, Runnable task) {
        later.add(new Due(clock.instant().plus(delay), dues++, () -> start(task)));
    }

    /** Lets others run, some of the time. Does nothing on no thread of these. */
    public void yield() {
        Strand self = running;
        if (self != null && random.nextInt(3) > 0) {
            ready.add(self);
            self.sleep();
        }
    }

    /** Whether one of its threads runs now. */
    public boolean isInside() {
        return running != null;
    }

    /** Lets that pass. */
    public void pause(Duration span) {
        Strand self = running;
        if (self == null) {
            throw new IllegalStateException("nobody to wait");
        }
        later.add(new Due(clock.instant().plus(span), dues++, () -> ready.add(self)));
        self.sleep();
    }

    /** Runs one thing that can run now; false if there is none. */
    public boolean step() {
        clock.advance(Duration.ofMillis(random.nextInt(STEP_MS_MAX)));
        wakeDue();
        int open = 0;
        for (Lane lane : lanes) {
            open += lane.isEmpty() ? 0 : 1;
        }
        int choices = open + ready.size();
        if (choices == 0) {
            return false;
        }
        int choice = random.nextInt(choices);
        if (choice < ready.size()) {
            ready.remove(choice).run();
        } else {
            nthOpen(choice - ready.size()).runOne();
        }
        rethrow();
        return true;
    }

    /** Runs until nothing is left that can run now. */
    public void settle() {
        int left = STEPS_TO_REST_MAX;
        while (step()) {
            if (--left == 0) {
                throw new AssertionError("it goes round in circles");
            }
        }
    }

    /** Lets that pass, and everything run that is due meanwhile. */
    public void pass(Duration span) {
        Instant end = clock.instant().plus(span);
        settle();
        while (!later.isEmpty() && later.element().at().isBefore(end)) {
            clock.moveTo(max(later.element().at(), clock.instant()));
            wakeDue();
            settle();
        }
        clock.moveTo(max(end, clock.instant()));
    }

    private void wakeDue() {
        while (!later.isEmpty() && !later.element().at().isAfter(clock.instant())) {
            later.remove().task().run();
        }
    }

    private Lane nthOpen(int index) {
        int left = index;
        for (Lane lane : lanes) {
            if (!lane.isEmpty() && left-- == 0) {
                return lane;
            }
        }
        throw new IllegalStateException("no such lane");
    }

    private void rethrow() {
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
