package io.ringside.gateway.presence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.presence.PresenceTick;
import io.ringside.runtime.Ids;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who is connected to this node: what changed, at most once a second, and while nothing does an empty tick every
 * two seconds. Its silence ends them all. The node has a new name with each start: what an earlier life told ends with
 * the lease of that one.
 */
@Context
final class PresenceTicks {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceTicks.class);
    /** Whatever comes together is told together. */
    private static final Duration BEAT = Duration.ofMillis(250);
    /** Between two ticks that tell something. */
    private static final Duration PACE = Duration.ofSeconds(1);
    /** After this long without a tick the lease is renewed. */
    private static final Duration RENEWAL = Duration.ofSeconds(2);

    private final Attendance attendance;
    private final Connection connection;
    private final String node;
    private final Counter ticks;
    private final AtomicBoolean asked = new AtomicBoolean(true);
    private final Thread thread = Thread.ofVirtual().name("presence-ticks").unstarted(this::run);
    private @Nullable Dispatcher dispatcher;
    private long sequence;
    private long toldAt = System.nanoTime() - RENEWAL.toNanos();

    PresenceTicks(Attendance attendance, Connection connection, Ids ids, MeterRegistry meters) {
        this.attendance = attendance;
        this.connection = connection;
        node = ids.next().toString();
        ticks = Counter.builder("ringside.gateway.presence.ticks")
                .description("ticks that this node told")
                .register(meters);
    }

    @PostConstruct
    void start() {
        Dispatcher created = connection.createDispatcher(question -> asked.set(true));
        created.subscribe(Subjects.PRESENCE_ASKED);
        dispatcher = created;
        thread.start();
    }

    /** Whoever is still connected will have to look for another node. */
    @PreDestroy
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
        if (dispatcher != null) {
            connection.closeDispatcher(dispatcher);
        }
        publish(new Attendance.News(true, List.of(), List.of()));
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(BEAT);
                beat(Duration.ofNanos(System.nanoTime() - toldAt));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Told to stop.
        }
    }

    private void beat(Duration silence) {
        if (asked.getAndSet(false)) {
            attendance.forgetWhatWasTold();
            publish(attendance.news(true));
            tellNews();
        } else if (attendance.hasNews() && silence.compareTo(PACE) >= 0) {
            tellNews();
        } else if (silence.compareTo(RENEWAL) >= 0) {
            publish(attendance.news(false));
        }
    }

    private void tellNews() {
        while (attendance.hasNews()) {
            Attendance.News news = attendance.news(false);
            if (!news.isNothing()) {
                publish(news);
            }
        }
    }

    /** A tick that cannot be sent leaves a gap in the sequence, and is asked for. */
    private void publish(Attendance.News news) {
        toldAt = System.nanoTime();
        sequence++;
        try {
            byte[] body = Wire.encode(new PresenceTick(node, sequence, news.whole(), news.here(), news.gone()));
            connection.publish(Subjects.presenceTick(node), body);
            ticks.increment();
        } catch (IllegalStateException e) {
            LOG.warn("a tick is not told: {}", e.getMessage());
        }
    }
}
