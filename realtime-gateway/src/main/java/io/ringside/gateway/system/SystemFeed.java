package io.ringside.gateway.system;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.contracts.SystemSubjects;
import io.ringside.contracts.system.SystemNotification;
import io.ringside.contracts.system.SystemNotificationEnded;
import io.ringside.gateway.channel.Interest;
import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.Loops;
import io.ringside.gateway.frame.Outbound;
import io.ringside.gateway.nats.NatsSigns;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators tell, to the sockets that want to know: all that holds first, then what begins and what ends. A beat
 * each second finds what begins and ends by the clock, and reads the stream until that has succeeded once.
 */
@Singleton
public final class SystemFeed implements Interest.Change {
    private static final Logger LOG = LoggerFactory.getLogger(SystemFeed.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final StoredNotifications stored;
    private final Loops loops;
    private final InstantSource clock;
    private final Dispatcher dispatcher;
    private final Interest interest = new Interest(this);
    private final Thread thread = Thread.ofVirtual().name("system-feed").unstarted(this::run);
    // Guarded by this.
    private SystemBook book = new SystemBook();
    private boolean read;

    SystemFeed(StoredNotifications stored, Loops loops, InstantSource clock, Connection connection, NatsSigns signs) {
        this.stored = stored;
        this.loops = loops;
        this.clock = clock;
        dispatcher = connection.createDispatcher(this::heard);
        signs.whenThere(this::readIfWanted);
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    /** The socket is told what holds, from now on and what it is now. */
    public void subscribe(Outbound outbound) {
        outbound.loop().subscribe(SystemFrames.CHANNEL, outbound);
        interest.add(SystemSubjects.ALL_LIVE);
        whole().ifPresent(frame -> outbound.conflate(SystemFrames.WHOLE, frame));
    }

    /** No longer. */
    public void unsubscribe(Outbound outbound) {
        outbound.loop().unsubscribe(SystemFrames.CHANNEL, outbound);
        interest.remove(SystemSubjects.ALL_LIVE);
    }

    @Override
    public void wanted(String subject) {
        dispatcher.subscribe(subject);
        Thread.startVirtualThread(this::readIfWanted);
    }

    @Override
    public synchronized void unwanted(String subject) {
        dispatcher.unsubscribe(subject);
        book = new SystemBook();
        read = false;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(BEAT);
                beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Told to stop.
        }
    }

    private void beat() {
        if (isRead()) {
            tell();
        } else {
            readIfWanted();
        }
    }

    /** What was told while nobody listened stands in the stream. */
    private void readIfWanted() {
        if (!interest.has(SystemSubjects.ALL_LIVE)) {
            return;
        }
        try {
            take(stored.read());
        } catch (IOException e) {
            LOG.warn("system notifications cannot be read: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isRead() {
        return read;
    }

    /** Who subscribed before anything was known gets the whole now. */
    private synchronized void take(List<SystemNotification> notifications) {
        notifications.forEach(book::hear);
        if (read) {
            tell();
        } else {
            read = true;
            book.news(clock.instant());
            whole().ifPresent(frame -> loops.publish(SystemFrames.WHOLE, frame));
        }
    }

    private void heard(Message message) {
        StoredNotifications.decoded(message.getData()).ifPresent(this::hear);
    }

    private synchronized void hear(SystemNotification notification) {
        book.hear(notification);
        if (read) {
            tell();
        }
    }

    private synchronized void tell() {
        SystemBook.News news = book.news(clock.instant());
        for (SystemNotification begun : news.begun()) {
            loops.publish(SystemFrames.slot(begun.notificationId()), SystemFrames.begun(begun));
        }
        for (SystemNotificationEnded ended : news.ended()) {
            loops.publish(SystemFrames.slot(ended.notificationId()), SystemFrames.ended(ended));
        }
    }

    /** Nothing before the stream was read. */
    private synchronized Optional<Frame> whole() {
        return read ? Optional.of(SystemFrames.whole(book.holding(clock.instant()))) : Optional.empty();
    }
}
