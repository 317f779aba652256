package io.ringside.gateway.personal;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A virtual thread for each piece of work, in the machine's own time. */
@Singleton
final class VirtualThreads implements Work {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("personal-channels").factory());

    @Override
    public void start(Runnable task) {
        Thread.startVirtualThread(task);
    }

    @Override
    public void startAfter(Duration delay, Runnable task) {
        var unused = timer.schedule(() -> start(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void pause(Duration span) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(span.toMillis());
    }

    /** What is due later is no longer done. */
    @PreDestroy
    void stop() {
        var unused = timer.shutdownNow();
    }
}
