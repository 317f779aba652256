package io.ringside.gateway.inbox;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.contracts.Subjects;
import io.ringside.gateway.nats.NatsSigns;
import io.ringside.gateway.nats.RoundTrips;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The personal channels that this node carries: those of users with a socket here, and for a while those of users who
 * just lost theirs, because they come back.
 */
@Singleton
public final class Inboxes {
    private static final Logger LOG = LoggerFactory.getLogger(Inboxes.class);
    private static final int LIVE_PREFIX_LENGTH = Subjects.liveInbox("x").length() - 1;
    private static final Duration LINGER = Duration.ofSeconds(60);
    private static final Duration EPOCH_CHECK = Duration.ofSeconds(3);

    private final RoundTrips roundTrips;
    private final InboxStream stream;
    private final ReplayMeter meter;
    private final Dispatcher dispatcher;
    private final Map<String, InboxChannel> channels = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("inboxes").factory());
    private volatile InboxStream.@Nullable Identity identity;

    Inboxes(Connection connection, RoundTrips roundTrips, InboxStream stream, ReplayMeter meter, NatsSigns signs) {
        this.roundTrips = roundTrips;
        this.stream = stream;
        this.meter = meter;
        dispatcher = connection.createDispatcher(this::heard);
        signs.whenThere(this::verifyAll);
        var unused = timer.scheduleWithFixedDelay(this::checkEpoch, 0, EPOCH_CHECK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether this node knows which stream it follows. */
    public boolean ready() {
        return identity != null;
    }

    /** Lets a socket follow a user's channel; the follower is told how it goes on. */
    public void follow(String user, Follower follower) {
        Thread.startVirtualThread(() -> {
            try {
                while (!channelOf(user).add(follower)) {
                    // It was closed because nobody had followed it for a while; the next one is new.
                    Thread.onSpinWait();
                }
            } catch (IOException e) {
                LOG.warn("the inbox of {} cannot be followed: {}", user, e.toString());
                follower.lost(Follower.Trouble.UNAVAILABLE);
            }
        });
    }

    /** The socket is gone, or starts again from another position. */
    public void leave(String user, Follower follower) {
        InboxChannel channel = channels.get(user);
        if (channel != null && channel.remove(follower) && channel.isIdle()) {
            var unused = timer.schedule(() -> dropIfIdle(user, channel), LINGER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The server has the subscription before the stream is read: what is stored later comes live. */
    private InboxChannel channelOf(String user) throws IOException {
        InboxStream.Identity known = identity;
        InboxStream.Identity current = known == null ? readIdentity() : known;
        try {
            InboxChannel channel = channels.computeIfAbsent(user, name -> {
                dispatcher.subscribe(Subjects.liveInbox(name));
                return new InboxChannel(name, stream, current, meter);
            });
            if (!channel.subscribed()) {
                roundTrips.await();
                channel.isSubscribed();
            }
            return channel;
        } catch (IllegalStateException e) {
            throw new IOException("not connected", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void dropIfIdle(String user, InboxChannel channel) {
        channels.computeIfPresent(user, (name, present) -> {
            if (present != channel || !channel.closeIfIdle()) {
                return present;
            }
            dispatcher.unsubscribe(Subjects.liveInbox(name));
            return null;
        });
    }

    private void heard(Message message) {
        String user = message.getSubject().substring(LIVE_PREFIX_LENGTH);
        InboxChannel channel = channels.get(user);
        if (channel != null) {
            try {
                channel.live(InboxStream.stored(message), InboxStream.previous(message));
            } catch (IOException | RuntimeException e) {
                LOG.warn("a notice of {} cannot be read: {}", user, e.toString());
                channel.verify();
            }
        }
    }

    private void verifyAll() {
        checkEpoch();
        channels.values().forEach(InboxChannel::verify);
    }

    private void checkEpoch() {
        try {
            InboxStream.Identity before = identity;
            InboxStream.Identity now = readIdentity();
            if (before != null && !before.epoch().equals(now.epoch())) {
                LOG.warn("stream INBOX was made anew");
                for (String user : List.copyOf(channels.keySet())) {
                    InboxChannel old = channels.remove(user);
                    if (old != null) {
                        old.abandon();
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("stream INBOX does not answer: {}", e.toString());
        }
    }

    private InboxStream.Identity readIdentity() throws IOException {
        InboxStream.Identity now = stream.identity();
        identity = now;
        return now;
    }
}
