package io.ringside.local.supervision;

import io.ringside.provision.ProvisionException;
import io.ringside.provision.servers.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function or the gateway: a program that serves its health on a port of its own.
 *
 * @param folder where it runs
 * @param command the program and its words
 * @param log where its output goes
 * @param stopDeadline how long it may take to end in order
 */
public record JvmChild(
        String name,
        Path folder,
        List<String> command,
        int port,
        Map<String, String> environment,
        Path log,
        Duration stopDeadline)
        implements Supervised {
    private static final Duration READY_DEADLINE = Duration.ofSeconds(240);
    private static final Duration ASK_DEADLINE = Duration.ofSeconds(2);
    private static final long PAUSE_MS = 50;
    private static final int OK = 200;

    @Override
    public ChildProcess launch() {
        Map<String, String> all = new HashMap<>(environment);
        all.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
        return ChildProcess.start(command, all, folder, log);
    }

    @Override
    public void awaitReady(ChildProcess process) {
        long end = System.nanoTime() + READY_DEADLINE.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(ASK_DEADLINE).build()) {
            while (!isReady(client)) {
                if (!process.isAlive()) {
                    throw new ProvisionException(
                            name + " ended at its start with code " + process.exitCode() + ": see " + log);
                }
                if (System.nanoTime() > end) {
                    throw new ProvisionException(name + " is not ready after " + READY_DEADLINE.toSeconds()
                            + " s: ask http://127.0.0.1:" + port + "/health/readiness and see " + log);
                }
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisionException("interrupted while " + name + " started", e);
        }
    }

    @Override
    public void stop(ChildProcess process) {
        process.stop("TERM", stopDeadline);
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/readiness"))
                    .timeout(ASK_DEADLINE)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }
}
