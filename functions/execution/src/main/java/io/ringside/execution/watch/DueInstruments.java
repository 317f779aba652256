package io.ringside.execution.watch;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Instruments whose resting orders changed since they were last read. Naming one twice is naming it once. */
final class DueInstruments {
    private final Set<String> named = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();

    void add(Set<String> instruments) {
        lock.lock();
        try {
            named.addAll(instruments);
            more.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes all that are named, as soon as there is one; none when the wait is over. */
    Set<String> take(Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long left = wait.toNanos();
            while (named.isEmpty() && left > 0) {
                left = more.awaitNanos(left);
            }
            Set<String> taken = Set.copyOf(named);
            named.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
