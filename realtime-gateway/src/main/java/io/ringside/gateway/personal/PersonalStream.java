package io.ringside.gateway.personal;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.api.StreamInfo;
import io.nats.client.impl.Headers;
import io.ringside.gateway.nats.DirectGet;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the streams of personal channels by direct batch get: no consumer is made, and nothing is left behind. */
@Singleton
class PersonalStream {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalStream.class);
    private static final int TRIES_MAX = 3;
    private static final Duration PAUSE = Duration.ofMillis(300);
    /** Messages of one request: more than an inbox retains, so that one request is enough for it. */
    private static final int BATCH = 128;
    /** Reads at the same time: a reconnect storm must not drown the server. */
    private static final int READS_MAX = 16;

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z.-]{0,63}");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Connection connection;
    private final DirectGet directGet;
    private final Semaphore reads = new Semaphore(READS_MAX);

    PersonalStream(Connection connection, DirectGet directGet) {
        this.connection = connection;
        this.directGet = directGet;
    }

    /**
     * Which stream this is.
     *
     * @param epoch changes when the stream is made anew
     * @param retainedMax messages that it keeps of one user
     */
    record Identity(String epoch, int retainedMax) {}

    Identity identity(Personal kind) throws IOException {
        try {
            StreamInfo info = connection.jetStreamManagement().getStreamInfo(kind.stream());
            String epoch = info.getCreateTime().toInstant().toString();
            long most = info.getConfiguration().getMaxMsgsPerSubject();
            return new Identity(epoch, most <= 0 ? Integer.MAX_VALUE : (int) Math.min(most, Integer.MAX_VALUE));
        } catch (JetStreamApiException e) {
            throw new IOException(e);
        }
    }

    /** The same after a few tries, or nothing. Blocks. */
    @Nullable
    List<Notice> readPatiently(Personal kind, Identity identity, String user, long from) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            try {
                return read(kind, identity, user, from);
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} of {} cannot be read: {}", kind, user, e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    /**
     * The user's messages from this sequence on, the oldest first and none missing between them. Where there are more
     * than a node keeps, or some were forgotten meanwhile, only the newest: whoever stands before them is told that
     * some are gone, and reads the state. Blocks.
     */
    List<Notice> read(Personal kind, Identity identity, String user, long from)
            throws IOException, InterruptedException {
        reads.acquire();
        try {
            Gathered gathered = new Gathered(identity.retainedMax());
            List<Notice> batch = batch(kind, user, Math.max(1, from));
            gathered.add(batch);
            while (batch.size() == BATCH) {
                batch = batch(kind, user, gathered.next());
                gathered.add(batch);
            }
            return gathered.notices();
        } finally {
            reads.release();
        }
    }

    private List<Notice> batch(Personal kind, String user, long from) throws IOException, InterruptedException {
        String request =
                "{\"batch\":" + BATCH + ",\"seq\":" + from + ",\"next_by_subj\":\"" + kind.subject(user) + "\"}";
        List<Notice> notices = new ArrayList<>();
        for (Message message : directGet.batch(kind.stream(), request)) {
            notices.add(stored(kind, message));
        }
        return notices;
    }

    /** A message that carries its sequence in a header, from a direct get or republished. */
    static Notice stored(Personal kind, Message message) throws IOException {
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

    /** The message before this one on its subject, 0 if it is the first. */
    static long previous(Message message) {
        Long previous = number(message.getHeaders(), io.ringside.contracts.Headers.LAST_SEQUENCE);
        return previous == null ? 0 : previous;
    }

    private static long storedAtNanos(Headers headers) {
        String at = headers.getFirst("Nats-Time-Stamp");
        if (at == null) {
            return 0;
        }
        Instant instant = OffsetDateTime.parse(at).toInstant();
        return instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano();
    }

    private static @Nullable Long number(@Nullable Headers headers, String name) {
        String text = headers == null ? null : headers.getFirst(name);
        return text == null ? null : Long.valueOf(text);
    }
}
