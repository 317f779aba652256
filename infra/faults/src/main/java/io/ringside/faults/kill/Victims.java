package io.ringside.faults.kill;

import io.ringside.benchmarks.floor.OwnFloor;
import io.ringside.benchmarks.floor.ReadyFloor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The processes of a floor, as it tells them; one that was killed is down until it tells another id. */
public final class Victims {
    /** They are told of when they serve. */
    private static final Set<String> SERVERS = Set.of("nats-server", "postgres");

    private static final Duration ASK_DEADLINE = Duration.ofSeconds(1);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ASK_DEADLINE).build();
    private final OwnFloor floor;
    private final Map<String, Long> killed = new HashMap<>();
    private final Map<String, Long> served = new HashMap<>();

    public Victims(OwnFloor floor) {
        this.floor = floor;
    }

    List<String> kinds() {
        return List.copyOf(floor.ready().processes().keySet());
    }

    /** Whether it runs and has served since it was started, whatever it suffers from now. */
    public boolean isUp(String kind) {
        ReadyFloor ready = floor.ready();
        Long pid = ready.processes().get(kind);
        if (pid == null || pid.equals(killed.get(kind)) || !isAlive(pid)) {
            return false;
        }
        if (!pid.equals(served.get(kind)) && (SERVERS.contains(kind) || isReady(ready.readiness(kind)))) {
            served.put(kind, pid);
        }
        return pid.equals(served.get(kind));
    }

    private boolean isReady(URI readiness) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(readiness).timeout(ASK_DEADLINE).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** It gets no chance to say goodbye; one that is down already needs none. */
    public void kill(String kind) {
        Long pid = floor.ready().processes().get(kind);
        if (pid != null) {
            killed.put(kind, pid);
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
