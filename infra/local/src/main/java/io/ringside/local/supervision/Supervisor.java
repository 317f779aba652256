package io.ringside.local.supervision;

import io.ringside.provision.servers.ChildProcess;
import java.time.Duration;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Keeps children alive: what dies is started again after a pause, and said, until all are stopped in order. */
public final class Supervisor implements AutoCloseable {
    private final Consumer<String> progress;
    private final Runnable changed;
    private final BackoffSchedule backoff;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<Supervised, ChildProcess> processes = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Deque<List<Supervised>> generations = new ConcurrentLinkedDeque<>();

    /** @param changed called when a child that had died serves again */
    public Supervisor(Consumer<String> progress, Runnable changed) {
        this(progress, changed, BackoffSchedule.USUAL);
    }

    Supervisor(Consumer<String> progress, Runnable changed, BackoffSchedule backoff) {
        this.progress = progress;
        this.changed = changed;
        this.backoff = backoff;
    }

    /** Starts children side by side and returns when all serve; they are stopped side by side, after later ones. */
    public void start(List<? extends Supervised> children) {
        generations.push(List.copyOf(children));
        children.forEach(child -> processes.put(child, child.launch()));
        for (Supervised child : children) {
            child.awaitReady(process(child));
            Thread.ofVirtual().name("keeper-" + child.name()).start(() -> keep(child));
        }
    }

    /** Process ids by name. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        synchronized (processes) {
            processes.forEach((child, process) -> pids.put(child.name(), process.pid()));
        }
        return pids;
    }

    /** Ports by name. */
    public Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        synchronized (processes) {
            processes.keySet().forEach(child -> ports.put(child.name(), child.port()));
        }
        return ports;
    }

    /** Stops all, the last started first. */
    @Override
    public void close() {
        stopping.countDown();
        for (List<Supervised> generation : generations) {
            List<Supervised> started =
                    generation.stream().filter(processes::containsKey).toList();
            progress.accept("stopping " + started.stream().map(Supervised::name).collect(Collectors.joining(", ")));
            try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
                started.forEach(child -> side.execute(() -> child.stop(process(child))));
            }
        }
    }

    private void keep(Supervised child) {
        int attempt = 0;
        try {
            while (true) {
                long since = System.nanoTime();
                process(child).awaitEnd();
                attempt = backoff.grewUp(Duration.ofNanos(System.nanoTime() - since)) ? 0 : attempt;
                Duration wait = backoff.before(attempt++);
                if (isStopping()) {
                    return;
                }
                progress.accept(child.name() + " ended with code "
                        + process(child).exitCode() + "; starting it again in " + wait.toMillis() + " ms");
                if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                revive(child);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive(Supervised child) {
        long begin = System.nanoTime();
        try {
            ChildProcess process = child.launch();
            processes.put(child, process);
            if (isStopping()) {
                child.stop(process);
                return;
            }
            child.awaitReady(process);
            progress.accept(child.name() + " serves again after "
                    + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms as process " + process.pid());
            changed.run();
        } catch (RuntimeException e) {
            // it is dead or about to be: the next round tries again
            progress.accept(child.name() + " did not come back: " + e.getMessage());
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private ChildProcess process(Supervised child) {
        return java.util.Objects.requireNonNull(processes.get(child));
    }
}
