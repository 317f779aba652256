package io.ringside.gateway.inbox;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.api.StreamInfo;
import io.nats.client.impl.Headers;
import io.ringside.contracts.Subjects;
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

/** Reads stream INBOX by direct batch get: no consumer is made, and nothing is left behind. */
@Singleton
class InboxStream {
    private static final Logger LOG = LoggerFactory.getLogger(InboxStream.class);
    private static final String STREAM = "INBOX";
    private static final int TRIES_MAX = 3;
    private static final Duration PAUSE = Duration.ofMillis(300);
    /** Messages of one request: more than the stream retains of one user, so that one request is enough. */
    private static final int BATCH = 128;
    /** Messages that one read takes in; the stream retains fewer of one user. */
    private static final int READ_MAX = History.NOTICES_MAX;
    /** Reads at the same time: a reconnect storm must not drown the server. */
    private static final int READS_MAX = 16;

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z.-]{0,63}");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Connection connection;
    private final DirectGet directGet;
    private final Semaphore reads = new Semaphore(READS_MAX);

    InboxStream(Connection connection, DirectGet directGet) {
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

    Identity identity() throws IOException {
        try {
            StreamInfo info = connection.jetStreamManagement().getStreamInfo(STREAM);
            String epoch = info.getCreateTime().toInstant().toString();
            long most = info.getConfiguration().getMaxMsgsPerSubject();
            return new Identity(epoch, most <= 0 ? Integer.MAX_VALUE : (int) Math.min(most, Integer.MAX_VALUE));
        } catch (JetStreamApiException e) {
            throw new IOException(e);
        }
    }

    /** The same after a few tries, or nothing. Blocks. */
    @Nullable
    List<Notice> readPatiently(String user, long from) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            try {
                return read(user, from);
            } catch (IOException e) {
                LOG.warn("the inbox of {} cannot be read: {}", user, e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    /** The user's messages from this sequence on, the oldest first. Blocks. */
    List<Notice> read(String user, long from) throws IOException, InterruptedException {
        reads.acquire();
        try {
            List<Notice> notices = new ArrayList<>();
            long next = Math.max(1, from);
            while (notices.size() < READ_MAX) {
                int before = notices.size();
                batch(user, next, notices);
                if (notices.size() - before < BATCH) {
                    break;
                }
                next = notices.getLast().sequence() + 1;
            }
            return notices;
        } finally {
            reads.release();
        }
    }

    private void batch(String user, long from, List<Notice> notices) throws IOException, InterruptedException {
        String request =
                "{\"batch\":" + BATCH + ",\"seq\":" + from + ",\"next_by_subj\":\"" + Subjects.inbox(user) + "\"}";
        for (Message message : directGet.batch(STREAM, request)) {
            notices.add(stored(message));
        }
    }

    /** A message that carries its sequence in a header, from a direct get or republished. */
    static Notice stored(Message message) throws IOException {
        Headers headers = message.getHeaders();
        Long sequence = number(headers, io.ringside.contracts.Headers.SEQUENCE);
        if (sequence == null) {
            throw new IOException("a message of " + STREAM + " without a sequence");
        }
        String type = headers.getFirst(io.ringside.contracts.Headers.TYPE);
        boolean known = type != null && TYPE.matcher(type).matches() && message.getData().length > 0;
        return new Notice(
                sequence,
                known ? type : "unknown",
                known ? message.getData() : new byte[] {'{', '}'},
                storedAtNanos(headers));
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
