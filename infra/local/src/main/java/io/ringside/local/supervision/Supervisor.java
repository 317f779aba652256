package io.ringside.local.supervision;

import io.ringside.provision.servers.ChildProcess;
import java.time.Duration;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keeps children alive: what dies is started again after a pause, and said, until all are stopped in order. */
public final class Supervisor implements AutoCloseable {
    private final Consumer<String> progress;
    private final Runnable changed;
    private final BackoffSchedule backoff;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<Supervised, ChildProcess> processes = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Set<Supervised> serving = ConcurrentHashMap.newKeySet();
    private final Deque<List<Supervised>> generations = new ConcurrentLinkedDeque<>();

    /** @param changed called when a child has died, and when it serves again */
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
            serving.add(child);
            Thread.ofVirtual().name("keeper-" + child.name()).start(() -> keep(child));
        }
    }

    /** Process ids by name, of those too that do not serve yet. */
    public Map<String, Long> pids() {
        return pids(child -> true);
    }

    /** Process ids by name of those that serve: one that is being started again is missing. */
    public Map<String, Long> serving() {
        return pids(serving::contains);
    }

    private Map<String, Long> pids(Predicate<Supervised> wanted) {
        Map<String, Long> pids = new LinkedHashMap<>();
        synchronized (processes) {
            processes.forEach((child, process) -> {
                if (wanted.test(child)) {
                    pids.put(child.name(), process.pid());
                }
            });
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
                serving.remove(child);
                attempt = backoff.grewUp(Duration.ofNanos(System.nanoTime() - since)) ? 0 : attempt;
                Duration wait = backoff.before(attempt++);
                if (isStopping()) {
                    return;
                }
                progress.accept(child.name() + " ended with code "
                        + process(child).exitCode() + "; starting it again in " + wait.toMillis() + " ms");
                changed.run();
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
            awaitReady(child, process);
            serving.add(child);
            progress.accept(child.name() + " serves again after "
                    + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms as process " + process.pid());
            changed.run();
        } catch (RuntimeException e) {
            // it is dead or about to be: the next round tries again
            progress.accept(child.name() + " did not come back: " + e.getMessage());
        }
    }

    /** What it needs may be away for long: as long as it lives it is waited for, and now and then said. */
    private void awaitReady(Supervised child, ChildProcess process) {
        while (true) {
            try {
                child.awaitReady(process);
                return;
            } catch (RuntimeException e) {
                if (isStopping() || !process.isAlive()) {
                    throw e;
                }
                progress.accept(child.name() + " lives but does not serve yet: " + e.getMessage());
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private ChildProcess process(Supervised child) {
        return java.util.Objects.requireNonNull(processes.get(child));
    }
}
