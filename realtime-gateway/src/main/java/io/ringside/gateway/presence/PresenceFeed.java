package io.ringside.gateway.presence;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.presence.PresenceChanged;
import io.ringside.gateway.channel.Interest;
import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.Loops;
import io.ringside.gateway.frame.Outbound;
import io.ringside.gateway.frame.Slot;
import io.ringside.gateway.nats.NatsSigns;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How everybody is seen, to the sockets that want to know: the whole first, then what changes, at most four times a
 * second whatever happens. A socket that is too slow for them finds a gap in their numbers and subscribes again.
 */
@Singleton
public final class PresenceFeed implements Interest.Change {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceFeed.class);
    /** Between two changes: what comes together is told together. */
    private static final Duration PACE = Duration.ofMillis(250);

    private static final Duration READ_AGAIN = Duration.ofSeconds(1);

    private final PresenceStore store;
    private final Loops loops;
    private final Dispatcher dispatcher;
    private final Interest interest = new Interest(this);
    // Guarded by this.
    private PresenceBook book = new PresenceBook();
    private Map<Slot, Frame> whole = Map.of();
    private long batch;
    private boolean read;
    private boolean reading;
    private boolean readAgain;
    private boolean flushing;

    PresenceFeed(PresenceStore store, Loops loops, Connection connection, NatsSigns signs) {
        this.store = store;
        this.loops = loops;
        dispatcher = connection.createDispatcher(this::heard);
        signs.whenThere(this::readIfWanted);
    }

    /** The socket is told how everybody is seen, from now on and what it is now. */
    public void subscribe(Outbound outbound) {
        outbound.loop().subscribe(PresenceFrames.CHANNEL, outbound);
        interest.add(Subjects.PRESENCE_CHANGED);
        whole().forEach(outbound::conflate);
    }

    /** No longer. */
    public void unsubscribe(Outbound outbound) {
        outbound.loop().unsubscribe(PresenceFrames.CHANNEL, outbound);
        interest.remove(Subjects.PRESENCE_CHANGED);
    }

    @Override
    public void wanted(String subject) {
        dispatcher.subscribe(subject);
        Thread.startVirtualThread(this::readIfWanted);
    }

    @Override
    public synchronized void unwanted(String subject) {
        dispatcher.unsubscribe(subject);
        book = new PresenceBook();
        whole = Map.of();
        read = false;
    }

    /** What was told while nobody listened stands in the store. */
    private void readIfWanted() {
        if (!interest.has(Subjects.PRESENCE_CHANGED) || !startReading()) {
            return;
        }
        try {
            take(store.everybody());
        } catch (RuntimeException e) {
            LOG.warn("presence cannot be read, trying again: {}", e.getMessage());
            stopReading();
            later(READ_AGAIN, this::readIfWanted);
        }
    }

    private synchronized boolean startReading() {
        readAgain = reading;
        reading = true;
        return !readAgain;
    }

    private synchronized void stopReading() {
        reading = false;
    }

    /** Who subscribed before anything was known gets the whole now; to all others it is what has changed. */
    private synchronized void take(List<Person> stored) {
        reading = false;
        book.restore(stored);
        if (read) {
            flushSoon();
        } else {
            read = true;
            book.takePending();
            whole().forEach(loops::publish);
        }
        if (readAgain) {
            Thread.startVirtualThread(this::readIfWanted);
        }
    }

    private void heard(Message message) {
        try {
            PresenceChanged told =
                    Wire.decode(message.getData(), PresenceChanged.class, PresenceChanged.BODY_BYTES_MAX);
            if (!hear(told)) {
                Thread.startVirtualThread(this::readIfWanted);
            }
        } catch (Wire.UndecodableException e) {
            LOG.warn("a change of presence cannot be read: {}", e.getMessage());
        }
    }

    private synchronized boolean hear(PresenceChanged told) {
        boolean complete = book.hear(told);
        flushSoon();
        return complete;
    }

    private synchronized void flushSoon() {
        if (read && book.hasPending() && !flushing) {
            flushing = true;
            later(PACE, this::flush);
        }
    }

    private synchronized void flush() {
        flushing = false;
        List<Person> people = book.takePending();
        if (!people.isEmpty()) {
            whole = Map.of();
            batch++;
            loops.publish(PresenceFrames.slot(batch), PresenceFrames.changed(batch, people));
        }
    }

    /** Encoded once, until something changes; nothing before the store was read. */
    private synchronized Map<Slot, Frame> whole() {
        if (whole.isEmpty() && read) {
            whole = PresenceFrames.whole(batch, List.copyOf(book.everybody()));
        }
        return whole;
    }

    private static void later(Duration wait, Runnable task) {
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(wait);
                task.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
