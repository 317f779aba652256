package io.ringside.gateway.personal;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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

    private final NoticeStreams streams;
    private final NoticeReader reader;
    private final Work work;
    private final ReplayMeter meter;
    private final Map<String, PersonalChannel> channels = new ConcurrentHashMap<>();
    private final Map<Personal, NoticeStreams.Identity> identities = new ConcurrentHashMap<>();

    PersonalChannels(NoticeStreams streams, NoticeReader reader, Work work, ReplayMeter meter) {
        this.streams = streams;
        this.reader = reader;
        this.work = work;
        this.meter = meter;
        streams.listen(new Ear());
        meter.count(() ->
                channels.values().stream().mapToInt(PersonalChannel::followers).sum());
        work.start(this::watchEpochs);
    }

    private final class Ear implements NoticeStreams.Listener {
        @Override
        public void stored(String live, Notice notice, long previous) {
            PersonalChannel channel = channels.get(live);
            if (channel != null) {
                channel.live(notice, previous);
            }
        }

        @Override
        public void unreadable(String live) {
            PersonalChannel channel = channels.get(live);
            if (channel != null) {
                channel.verify();
            }
        }

        @Override
        public void there() {
            channels.values().forEach(PersonalChannel::verify);
        }
    }

    /** Whether this node knows which streams it follows. */
    public boolean ready() {
        return identities.size() == Personal.values().length;
    }

    /** Lets a socket follow a user's channel; the follower is told how it goes on. */
    public void follow(Personal kind, String user, Follower follower) {
        work.start(() -> takeIn(kind, user, follower));
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
        if (channel != null && channel.followers() == 0) {
            work.startAfter(LINGER, () -> dropIfIdle(live, channel));
        }
    }

    /** The server has the subscription before the stream is read: what is stored later comes live. */
    private PersonalChannel channelOf(Personal kind, String user) throws IOException {
        try {
            NoticeStreams.Identity known = identities.get(kind);
            NoticeStreams.Identity current = known == null ? readIdentity(kind) : known;
            PersonalChannel channel = channels.computeIfAbsent(kind.live(user), live -> {
                streams.subscribe(kind, user);
                return new PersonalChannel(
                        new Subject(kind, user),
                        current,
                        reader,
                        meter,
                        () -> streamIsAnother(kind, live, current.epoch()));
            });
            if (!channel.subscribed()) {
                streams.awaitSubscribed();
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
        end(live, present -> present == channel && present.closeIfIdle());
    }

    /** Ends the channel of this subject if it is one of these: whoever follows it has to come again. */
    private void end(String live, Predicate<PersonalChannel> which) {
        List<PersonalChannel> ended = new ArrayList<>(1);
        channels.computeIfPresent(live, (name, present) -> {
            if (!which.test(present)) {
                return present;
            }
            streams.unsubscribe(present.subject().kind(), present.subject().user());
            ended.add(present);
            return null;
        });
        ended.forEach(PersonalChannel::abandon);
    }

    private void watchEpochs() {
        checkEpochs();
        work.startAfter(EPOCH_CHECK, this::watchEpochs);
    }

    private void checkEpochs() {
        for (Personal kind : Personal.values()) {
            checkEpoch(kind);
        }
    }

    private void checkEpoch(Personal kind) {
        try {
            String epoch = readIdentity(kind).epoch();
            for (String live : channels.keySet()) {
                end(
                        live,
                        channel -> channel.subject().kind() == kind
                                && !channel.epoch().equals(epoch));
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("stream {} does not answer: {}", kind.stream(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One channel has found out: those that believe the same are wrong too. */
    private void streamIsAnother(Personal kind, String live, String epoch) {
        LOG.warn("stream {} is another one", kind.stream());
        end(live, channel -> channel.epoch().equals(epoch));
        checkEpoch(kind);
    }

    private NoticeStreams.Identity readIdentity(Personal kind) throws IOException, InterruptedException {
        NoticeStreams.Identity now = streams.identity(kind);
        identities.put(kind, now);
        return now;
    }
}
