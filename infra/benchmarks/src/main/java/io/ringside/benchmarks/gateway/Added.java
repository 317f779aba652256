package io.ringside.benchmarks.gateway;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.ringside.benchmarks.peers.Inboxes;
import io.ringside.benchmarks.peers.Serving;
import io.ringside.benchmarks.peers.Users;
import io.ringside.benchmarks.wire.Hearing;
import io.ringside.benchmarks.wire.WireCrowd;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * What the gateway adds to a stored notice, from the moment at which this process hears it from NATS to the moment at
 * which it hears it on the socket: each user is told something once a second, while the market goes on.
 */
final class Added implements Hearing {
    private static final String EVERYBODY = "live.user.*";
    private static final int MARKET_PER_SECOND = 5_000;
    /** Numbers of the market's messages begin here. */
    private static final int MARKET_FROM = 100_000_000;

    private static final int DIGITS = 3;
    private static final Duration FLUSH_MAX = Duration.ofSeconds(5);
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final Payload PAYLOAD = new Payload(Payload.USUAL_BYTES);

    private final Notebook notebook;
    private final Connection nats;
    private final int users;
    private final int warmUp;
    private final AtomicLongArray toldNanos;
    private final AtomicLongArray storedNanos;
    private final AtomicLongArray heardNanos;

    Added(Sizes sizes, Notebook notebook, Connection nats) {
        this.notebook = notebook;
        this.nats = nats;
        users = Math.min(sizes.of(Size.SUBSCRIBERS), Users.COUNT);
        warmUp = users * sizes.of(Size.SECONDS);
        toldNanos = new AtomicLongArray(2 * warmUp);
        storedNanos = new AtomicLongArray(2 * warmUp);
        heardNanos = new AtomicLongArray(2 * warmUp);
    }

    @Override
    public void heard(ByteBuf bytes, int from, int length) {
        note(heardNanos, Payload.number(bytes, from, length));
    }

    void measure(Serving serving) throws InterruptedException, java.util.concurrent.TimeoutException {
        Inboxes inboxes =
                serving.inboxes().orElseThrow(() -> new IllegalArgumentException("it keeps nothing for anybody"));
        AtomicBoolean over = new AtomicBoolean();
        Thread market = Thread.ofPlatform()
                .name("market")
                .start(() -> pace(MARKET_PER_SECOND, Integer.MAX_VALUE, over, at -> {
                    int number = MARKET_FROM + at;
                    serving.publish(Payload.instrument(number), PAYLOAD.text(number));
                }));
        Dispatcher dispatcher = nats.createDispatcher(this::stored);
        try (WireCrowd crowd = new WireCrowd(serving.address())) {
            Comers comers = new Comers(serving, crowd);
            comers.come(comers.clients(0, users, false, this));
            comers.come(comers.clients(users, 1, true, (bytes, from, length) -> {}));
            dispatcher.subscribe(EVERYBODY);
            nats.flush(FLUSH_MAX);
            long server = serving.cpuMillis();
            pace(users, toldNanos.length(), over, number -> {
                toldNanos.setRelease(number, System.nanoTime());
                inboxes.tell(Users.of(number % users), PAYLOAD.text(number));
            });
            inboxes.settle();
            LockSupport.parkNanos(SETTLE_NANOS);
            write(serving.cpuMillis() - server);
        } finally {
            over.set(true);
            market.join();
            nats.closeDispatcher(dispatcher);
        }
    }

    private void stored(Message message) {
        byte[] body = message.getData();
        note(storedNanos, Payload.number(Unpooled.wrappedBuffer(body), 0, body.length));
    }

    private static void note(AtomicLongArray nanos, int number) {
        if (number >= 0 && number < nanos.length()) {
            nanos.setRelease(number, System.nanoTime());
        }
    }

    private void write(long serverCpuMs) {
        Histogram added = new Histogram(DIGITS);
        Histogram whole = new Histogram(DIGITS);
        IntStream.range(warmUp, toldNanos.length())
                .filter(at -> heardNanos.get(at) > 0)
                .forEach(at -> {
                    added.recordValue(micros(heardNanos.get(at) - storedNanos.get(at)));
                    whole.recordValue(micros(heardNanos.get(at) - toldNanos.get(at)));
                });
        Map<String, Double> figures = Notebook.figures(added);
        figures.put("lost", (double) (toldNanos.length() - warmUp - added.getTotalCount()));
        figures.put("told to heard p95 ms", Notebook.figures(whole).getOrDefault("p95 ms", 0.0));
        figures.put("server cpu s", serverCpuMs / 1_000.0);
        notebook.write("added, " + users + " notices/s", figures, added);
    }

    /** One may hear it before the other. */
    private static long micros(long nanos) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    private static void pace(int perSecond, int count, AtomicBoolean over, java.util.function.IntConsumer each) {
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long start = System.nanoTime();
        for (int at = 0; at < count && !over.get(); at++) {
            long wait = start + at * gap - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            each.accept(at);
        }
    }
}
