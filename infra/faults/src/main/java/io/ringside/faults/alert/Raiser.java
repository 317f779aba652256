package io.ringside.faults.alert;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.alert.AlertKind;
import io.ringside.contracts.alert.AlertSeverity;
import io.ringside.contracts.alert.RaiseAlert;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Raises critical alerts for random users as a function does: the next one only when the log has taken this one. */
public final class Raiser implements AutoCloseable {
    private static final String ACCOUNT = "CROWD";
    private static final String INSTRUMENT = "CA";
    private static final long AGAIN_MS = 100;
    private static final long NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final JetStream log;
    private final List<String> users;
    private final int perSecond;
    private final Random random;

    private final Map<String, List<String>> accepted = new HashMap<>();
    private final Thread thread = Thread.ofPlatform().name("raiser").daemon().unstarted(this::raiseAll);
    private volatile boolean stopped;
    private volatile long count;

    /** @param perSecond alerts a second of all users together, at most: what an outage held up is not made up for */
    public Raiser(Connection nats, List<String> users, int perSecond, Random random) throws IOException {
        this.log = nats.jetStream();
        this.users = List.copyOf(users);
        this.perSecond = perSecond;
        this.random = random;
    }

    public void start() {
        thread.start();
    }

    /** No more; the last one is accepted when this returns. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many the log has taken. */
    public long count() {
        return count;
    }

    /** How many of each user the log has taken. */
    public synchronized Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        accepted.forEach((user, ids) -> counts.put(user, ids.size()));
        return counts;
    }

    /** Ids of each user in the order of the log. */
    public synchronized Map<String, List<String>> accepted() {
        Map<String, List<String>> copy = new HashMap<>();
        users.forEach(user -> copy.put(user, List.copyOf(accepted.getOrDefault(user, List.of()))));
        return copy;
    }

    private void raiseAll() {
        long due = System.nanoTime();
        for (long number = 1; !stopped; number++) {
            String user = users.get(random.nextInt(users.size()));
            RaiseAlert alert = alert(user, "alert-" + number);
            publish(alert);
            synchronized (this) {
                accepted.computeIfAbsent(user, key -> new ArrayList<>()).add(alert.alertId());
            }
            count = number;
            long now = System.nanoTime();
            due = Math.max(due + NANOS_A_SECOND / perSecond, now);
            LockSupport.parkNanos(due - now);
        }
    }

    /** Until it is accepted: one that was stored although nobody said so is not stored again. */
    private void publish(RaiseAlert alert) {
        io.nats.client.impl.Headers headers = new io.nats.client.impl.Headers();
        headers.put(Headers.MESSAGE_ID, alert.alertId());
        byte[] body = Wire.encode(alert);
        while (true) {
            try {
                log.publish(Subjects.alertCommand("raise", alert.user()), headers, body);
                return;
            } catch (IOException | JetStreamApiException | IllegalStateException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(AGAIN_MS));
            }
        }
    }

    private static RaiseAlert alert(String user, String order) {
        return new RaiseAlert(
                RaiseAlert.idOf(AlertKind.ORDER_REJECTED, ACCOUNT, order),
                user,
                AlertKind.ORDER_REJECTED,
                AlertSeverity.CRITICAL,
                ACCOUNT,
                INSTRUMENT,
                "o-" + order,
                order,
                "ORDER_SIZE",
                null,
                "Too much.");
    }
}
