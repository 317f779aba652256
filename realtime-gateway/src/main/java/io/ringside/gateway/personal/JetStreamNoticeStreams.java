package io.ringside.gateway.personal;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.api.StreamInfo;
import io.nats.client.impl.Headers;
import io.ringside.gateway.nats.DirectGet;
import io.ringside.gateway.nats.NatsSigns;
import io.ringside.gateway.nats.RoundTrips;
import io.ringside.gateway.nats.SharedQuestion;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real ones. They are read by direct batch get: no consumer is made, and nothing is left behind. */
@Singleton
final class JetStreamNoticeStreams implements NoticeStreams {
    private static final Logger LOG = LoggerFactory.getLogger(JetStreamNoticeStreams.class);
    /** Messages of one request: more than an inbox retains, so that one request is enough for it. */
    private static final int BATCH = 128;

    /** Metadata of a stream by which an operator makes it another one to its clients. */
    private static final String EPOCH_MARK = "ringside-epoch";

    private static final Pattern MARK = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z.-]{0,63}");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Connection connection;
    private final DirectGet directGet;
    private final RoundTrips roundTrips;
    private final NatsSigns signs;
    private final Map<Personal, Dispatcher> dispatchers = new EnumMap<>(Personal.class);
    private final Map<Personal, SharedQuestion<Identity>> identities = new EnumMap<>(Personal.class);

    JetStreamNoticeStreams(Connection connection, DirectGet directGet, RoundTrips roundTrips, NatsSigns signs) {
        this.connection = connection;
        this.directGet = directGet;
        this.roundTrips = roundTrips;
        this.signs = signs;
        for (Personal kind : Personal.values()) {
            identities.put(kind, new SharedQuestion<>(() -> ask(kind)));
        }
    }

    @Override
    public void listen(Listener listener) {
        for (Personal kind : Personal.values()) {
            dispatchers.put(kind, connection.createDispatcher(message -> heard(kind, message, listener)));
        }
        signs.whenThere(listener::there);
    }

    @Override
    public Identity identity(Personal kind) throws IOException, InterruptedException {
        return Objects.requireNonNull(identities.get(kind)).ask();
    }

    private Identity ask(Personal kind) throws IOException {
        try {
            StreamInfo info = connection.jetStreamManagement().getStreamInfo(kind.stream());
            long most = info.getConfiguration().getMaxMsgsPerSubject();
            int retained = most <= 0 ? Integer.MAX_VALUE : (int) Math.min(most, Integer.MAX_VALUE);
            return new Identity(
                    epoch(info), retained, nanos(info.getCreateTime().toInstant()));
        } catch (JetStreamApiException | IllegalStateException e) {
            throw new IOException(e);
        }
    }

    /**
     * When it was made, and an operator's mark: a stream that is restored from a snapshot keeps its time, and one that
     * was purged by hand is the same to whoever did not hear of it.
     */
    private static String epoch(StreamInfo info) throws IOException {
        String made = info.getCreateTime().toInstant().toString();
        Map<String, String> metadata = info.getConfiguration().getMetadata();
        String mark = metadata == null ? null : metadata.get(EPOCH_MARK);
        if (mark == null) {
            return made;
        }
        if (!MARK.matcher(mark).matches()) {
            throw new IOException(
                    "metadata " + EPOCH_MARK + " has to be 1 to 32 letters, digits, hyphens, underscores");
        }
        return made + '/' + mark;
    }

    @Override
    public Batch batch(Personal kind, String user, long from) throws IOException, InterruptedException {
        String request =
                "{\"batch\":" + BATCH + ",\"seq\":" + from + ",\"next_by_subj\":\"" + kind.subject(user) + "\"}";
        List<Notice> notices = new ArrayList<>();
        for (Message message : directGet.batch(kind.stream(), request)) {
            notices.add(stored(kind, message));
        }
        return new Batch(notices, notices.size() < BATCH);
    }

    @Override
    public void subscribe(Personal kind, String user) {
        dispatcher(kind).subscribe(kind.live(user));
    }

    @Override
    public void unsubscribe(Personal kind, String user) {
        try {
            dispatcher(kind).unsubscribe(kind.live(user));
        } catch (IllegalStateException e) {
            LOG.debug("{} of {} ends with its connection", kind, user);
        }
    }

    @Override
    public void awaitSubscribed() throws IOException, InterruptedException {
        roundTrips.await();
    }

    private Dispatcher dispatcher(Personal kind) {
        return Objects.requireNonNull(dispatchers.get(kind), "nobody listens");
    }

    private static void heard(Personal kind, Message message, Listener listener) {
        String live = message.getSubject();
        try {
            listener.stored(live, stored(kind, message), previous(message));
        } catch (IOException | RuntimeException e) {
            LOG.warn("a message on {} cannot be read: {}", live, e.toString());
            listener.unreadable(live);
        }
    }

    /** A message that carries its sequence in a header, from a direct get or republished. */
    private static Notice stored(Personal kind, Message message) throws IOException {
        Headers headers = message.getHeaders();
        Long sequence = number(headers, io.ringside.contracts.Headers.SEQUENCE);
        if (sequence == null) {
            throw new IOException("a message of " + kind.stream() + " without a sequence");
        }
        String type = headers.getFirst(io.ringside.contracts.Headers.TYPE);
        boolean known = type != null && TYPE.matcher(type).matches() && message.getData().length > 0;
        return new Notice(
                kind,
                sequence,
                known ? type : "unknown",
                known ? message.getData() : new byte[] {'{', '}'},
                storedAtNanos(headers),
                headers.containsKey(io.ringside.contracts.Headers.ROLLUP));
    }

    private static long previous(Message message) {
        Long previous = number(message.getHeaders(), io.ringside.contracts.Headers.LAST_SEQUENCE);
        return previous == null ? 0 : previous;
    }

    private static long storedAtNanos(Headers headers) {
        String at = headers.getFirst("Nats-Time-Stamp");
        if (at == null) {
            return 0;
        }
        return TimeStamp.nanos(at);
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * NANOS_PER_SECOND + at.getNano();
    }

    private static @Nullable Long number(@Nullable Headers headers, String name) {
        String text = headers == null ? null : headers.getFirst(name);
        return text == null ? null : Long.valueOf(text);
    }
}
