package io.ringside.runtime;

/**
 * A function that carries effects outwards (a webhook, a mail): order does not matter to it, and its receiver is told
 * that it may hear twice. It is handed one message at a time on each of its threads; returning acknowledges, throwing
 * tries again later.
 *
 * @param <I> the record that the body is
 */
public interface WorkFunction<I> {
    /** Name of the function and of its durable consumer, which must exist. */
    String name();

    /** The stream that its consumer reads. */
    String stream();

    /** The record that the body is. */
    Class<I> body();

    /** Messages handled at once. */
    int concurrency();

    /** Does the work. */
    void handle(WorkItem<I> item) throws Exception;

    /**
     * One message to work on.
     *
     * @param delivered how often it was handed out, this time included
     */
    record WorkItem<I>(String subject, long sequence, String messageId, long delivered, I body) {}

    /** Trying again will not help: the message becomes a dead letter at once. */
    final class PermanentFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PermanentFailure(String message) {
            super(message);
        }
    }
}
