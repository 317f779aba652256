package io.ringside.gateway.personal;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a stream has of a user, in as many requests as that takes. */
@Singleton
class NoticeReader {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeReader.class);
    private static final int TRIES_MAX = 3;
    private static final Duration PAUSE = Duration.ofMillis(300);
    /** Reads at the same time: a reconnect storm must not drown the server. */
    private static final int READS_MAX = 16;

    private final NoticeStreams streams;
    private final Work work;
    private final Semaphore reads = new Semaphore(READS_MAX);

    NoticeReader(NoticeStreams streams, Work work) {
        this.streams = streams;
        this.work = work;
    }

    /**
     * What a stream has of a user.
     *
     * @param from where the read began: the message with this sequence is among them if it is still there
     * @param notices the oldest first, and none missing between them
     * @param sameStream whether they are of the stream that was meant; one of the same name may have taken its place
     */
    record Read(long from, List<Notice> notices, boolean sameStream) {}

    /** Reads on a thread of its own and hands over what there is: nothing if the stream cannot be read. */
    void start(Subject subject, NoticeStreams.Identity identity, long from, Consumer<@Nullable Read> then) {
        work.start(() -> then.accept(readPatiently(subject, identity, from)));
    }

    private @Nullable Read readPatiently(Subject subject, NoticeStreams.Identity identity, long from) {
        try {
            for (int tries = 0; tries < TRIES_MAX; tries++) {
                try {
                    return read(subject, identity, from);
                } catch (IOException | RuntimeException e) {
                    LOG.warn("{} of {} cannot be read: {}", subject.kind(), subject.user(), e.toString());
                    work.pause(PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    /**
     * The user's messages from this sequence on. Where there are more than a node keeps, or some were forgotten
     * meanwhile, only the newest: whoever stands before them is told that some are gone, and reads the state. Where
     * there are none, those before: the stream may end earlier than somebody says. Blocks.
     */
    Read read(Subject subject, NoticeStreams.Identity identity, long from) throws IOException, InterruptedException {
        reads.acquire();
        try {
            List<Notice> notices = gather(subject, identity, from);
            boolean nothing = notices.isEmpty() && from > 0;
            List<Notice> found = nothing ? gather(subject, identity, 0) : notices;
            // Asked after them: a stream that is the same now was the same all the time.
            boolean same = streams.identity(subject.kind()).epoch().equals(identity.epoch());
            return new Read(nothing ? 0 : from, found, same);
        } finally {
            reads.release();
        }
    }

    private List<Notice> gather(Subject subject, NoticeStreams.Identity identity, long from)
            throws IOException, InterruptedException {
        Gathered gathered = new Gathered(identity.retainedMax());
        NoticeStreams.Batch batch = streams.batch(subject.kind(), subject.user(), Math.max(1, from));
        gathered.add(batch.notices());
        while (!batch.last()) {
            batch = streams.batch(subject.kind(), subject.user(), gathered.next());
            gathered.add(batch.notices());
        }
        return gathered.notices();
    }
}
