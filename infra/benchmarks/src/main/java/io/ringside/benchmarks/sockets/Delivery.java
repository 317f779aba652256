package io.ringside.benchmarks.sockets;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.benchmarks.report.Micros;
import io.ringside.benchmarks.report.Percentiles;
import io.ringside.benchmarks.trader.Inbound;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Subjects;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices for random people of a crowd, and what the gateway adds to each: from the moment at which this process hears
 * the stored message from NATS to the moment at which it hears it on the socket.
 */
final class Delivery implements Ear.Hearing {
    private static final Duration SETTLE_MAX = Duration.ofSeconds(10);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final Map<Long, Long> stored = new ConcurrentHashMap<>();
    private final Map<Long, Long> heard = new ConcurrentHashMap<>();

    @Override
    public void heard(Ear ear, Inbound.Push push, long nanos) {
        if (push.sequence() != null) {
            heard.put(push.sequence(), nanos);
        }
    }

    /** Publishes so many a second for so long; the sockets of these ears tell this object what they hear. */
    Percentiles measure(Connection nats, List<Ear> ears, int perSecond, int seconds)
            throws IOException, InterruptedException, TimeoutException {
        Dispatcher dispatcher = nats.createDispatcher(message -> stored.put(sequence(message), System.nanoTime()));
        ears.stream().map(Ear::user).distinct().forEach(user -> dispatcher.subscribe(Subjects.liveInbox(user)));
        nats.flush(SETTLE_MAX);
        Notes notes = new Notes(nats);
        SplittableRandom random = new SplittableRandom(1);
        int count = perSecond * seconds;
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long start = System.nanoTime();
        for (int at = 0; at < count; at++) {
            long wait = start + at * gap - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            notes.send(ears.get(random.nextInt(ears.size())).user());
        }
        notes.awaitStored();
        long end = System.nanoTime() + SETTLE_MAX.toNanos();
        while ((heard.size() < count || stored.size() < count) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        nats.closeDispatcher(dispatcher);
        return added(count);
    }

    private Percentiles added(int count) {
        if (!heard.keySet().equals(stored.keySet()) || heard.size() != count) {
            throw new IllegalStateException(
                    "published " + count + ", stored " + stored.size() + ", heard on sockets " + heard.size());
        }
        Micros added = new Micros();
        heard.forEach((sequence, at) -> added.add(at - stored.getOrDefault(sequence, at)));
        return added.percentiles();
    }

    private static long sequence(Message message) {
        return Long.parseLong(message.getHeaders().getFirst(Headers.SEQUENCE));
    }
}
