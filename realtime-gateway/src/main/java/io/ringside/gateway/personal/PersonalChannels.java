package io.ringside.gateway.personal;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.ringside.gateway.nats.NatsSigns;
import io.ringside.gateway.nats.RoundTrips;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The personal channels that this node carries: those of users with a socket here, and for a while those of users who
 * just lost theirs, because they come back.
 */
@Singleton
public final class PersonalChannels {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalChannels.class);
    private static final Duration LINGER = Duration.ofSeconds(60);
    private static final Duration EPOCH_CHECK = Duration.ofSeconds(3);

    private final RoundTrips roundTrips;
    private final PersonalStream stream;
    private final ReplayMeter meter;
    private final Dispatcher dispatcher;
    private final Map<String, PersonalChannel> channels = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("personal-channels").factory());
    private final Map<Personal, PersonalStream.Identity> identities = new ConcurrentHashMap<>();

    PersonalChannels(
            Connection connection, RoundTrips roundTrips, PersonalStream stream, ReplayMeter meter, NatsSigns signs) {
        this.roundTrips = roundTrips;
        this.stream = stream;
        this.meter = meter;
        dispatcher = connection.createDispatcher(this::heard);
        signs.whenThere(this::verifyAll);
        meter.count(() ->
                channels.values().stream().mapToInt(PersonalChannel::followers).sum());
        var unused = timer.scheduleWithFixedDelay(this::checkEpochs, 0, EPOCH_CHECK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether this node knows which streams it follows. */
    public boolean ready() {
        return identities.size() == Personal.values().length;
    }

    /** Lets a socket follow a user's channel; the follower is told how it goes on. */
    public void follow(Personal kind, String user, Follower follower) {
        Thread.startVirtualThread(() -> takeIn(kind, user, follower));
    }

    /** The same in the caller's time. Blocks. */
    void takeIn(Personal kind, String user, Follower follower) {
        try {
            while (!channelOf(kind, user).add(follower)) {
                // It was closed because nobody had followed it for a while; the next one is new.
                Thread.onSpinWait();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} of {} cannot be followed: {}", kind, user, e.toString());
            follower.lost(Follower.Trouble.UNAVAILABLE);
        }
        // The follower may have left meanwhile, or never came in: then nobody else would end what was begun for it.
        dropLaterIfIdle(kind.live(user));
    }

    /** The socket is gone, or starts again from another position. */
    public void leave(Personal kind, String user, Follower follower) {
        follower.leave();
        String live = kind.live(user);
        PersonalChannel channel = channels.get(live);
        if (channel != null && channel.remove(follower)) {
            dropLaterIfIdle(live);
        }
    }

    private void dropLaterIfIdle(String live) {
        PersonalChannel channel = channels.get(live);
        if (channel != null && channel.isIdle()) {
            var unused = timer.schedule(() -> dropIfIdle(live, channel), LINGER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The server has the subscription before the stream is read: what is stored later comes live. */
    private PersonalChannel channelOf(Personal kind, String user) throws IOException {
        PersonalStream.Identity known = identities.get(kind);
        PersonalStream.Identity current = known == null ? readIdentity(kind) : known;
        try {
            PersonalChannel channel = channels.computeIfAbsent(kind.live(user), live -> {
                dispatcher.subscribe(live);
                return new PersonalChannel(kind, user, stream, current, meter);
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

    private void dropIfIdle(String live, PersonalChannel channel) {
        channels.computeIfPresent(live, (name, present) -> {
            if (present != channel || !channel.closeIfIdle()) {
                return present;
            }
            dispatcher.unsubscribe(name);
            return null;
        });
    }

    private void heard(Message message) {
        PersonalChannel channel = channels.get(message.getSubject());
        if (channel != null) {
            try {
                channel.live(PersonalStream.stored(channel.kind(), message), PersonalStream.previous(message));
            } catch (IOException | RuntimeException e) {
                LOG.warn("a message on {} cannot be read: {}", message.getSubject(), e.toString());
                channel.verify();
            }
        }
    }

    private void verifyAll() {
        checkEpochs();
        channels.values().forEach(PersonalChannel::verify);
    }

    private void checkEpochs() {
        for (Personal kind : Personal.values()) {
            checkEpoch(kind);
        }
    }

    private void checkEpoch(Personal kind) {
        try {
            PersonalStream.Identity before = identities.get(kind);
            PersonalStream.Identity now = readIdentity(kind);
            if (before != null && !before.epoch().equals(now.epoch())) {
                LOG.warn("stream {} was made anew", kind.stream());
                channels.forEach((live, channel) -> {
                    if (channel.kind() == kind && channels.remove(live, channel)) {
                        channel.abandon();
                    }
                });
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("stream {} does not answer: {}", kind.stream(), e.toString());
        }
    }

    private PersonalStream.Identity readIdentity(Personal kind) throws IOException {
        PersonalStream.Identity now = stream.identity(kind);
        identities.put(kind, now);
        return now;
    }
}
