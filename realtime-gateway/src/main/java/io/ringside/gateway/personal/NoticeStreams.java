package io.ringside.gateway.personal;

import java.io.IOException;
import java.util.List;

/** The streams that keep what is personal, as one node reads and hears them. */
interface NoticeStreams {
    /**
     * Which stream this is.
     *
     * @param epoch changes when the stream is made anew, or is said to be another one
     * @param retainedMax messages that it keeps of one user
     * @param madeAtNanos when it was made, epoch nanoseconds: what was stored before was another's
     */
    record Identity(String epoch, int retainedMax, long madeAtNanos) {
        /** Whether a notice can be of this stream. */
        boolean mayHave(Notice notice) {
            return notice.publishedAtNanos() == 0 || notice.publishedAtNanos() >= madeAtNanos;
        }
    }

    /**
     * Messages of one request, the oldest first.
     *
     * @param last whether the stream had no more of this user
     */
    record Batch(List<Notice> notices, boolean last) {}

    /** Hears what is stored of the users that this node is subscribed to. */
    interface Listener {
        /**
         * One more was stored.
         *
         * @param live the subject that it was heard on
         * @param previous the message before it of the same user, 0 if the stream has none
         */
        void stored(String live, Notice notice, long previous);

        /** One was stored that cannot be understood. */
        void unreadable(String live);

        /** The connection is there, at first or again: what was stored while it was away was not heard. */
        void there();
    }

    /** Tells this one from now on; called once, before the first subscription. */
    void listen(Listener listener);

    /** Which stream keeps this kind, at some time after the call. Blocks. */
    Identity identity(Personal kind) throws IOException, InterruptedException;

    /** The user's messages from this sequence on, as many as one request gives. Blocks. */
    Batch batch(Personal kind, String user, long from) throws IOException, InterruptedException;

    /** Hears what is stored of this user from soon on. */
    void subscribe(Personal kind, String user);

    /** No longer. */
    void unsubscribe(Personal kind, String user);

    /** Returns when the server has all subscriptions that were made before. Blocks. */
    void awaitSubscribed() throws IOException, InterruptedException;
}
