package io.ringside.benchmarks.gateway;

import io.ringside.benchmarks.peers.Inboxes;
import java.util.concurrent.locks.LockSupport;

/** What each of the first so many users is told, numbered, of the usual size. */
record Letters(Inboxes inboxes, int users) {
    private static final Payload PAYLOAD = new Payload(Payload.USUAL_BYTES);

    /** So many to everybody, the first with this number. They are on their way when it returns. */
    void send(int first, int count) {
        for (int number = first; number < first + count; number++) {
            String text = PAYLOAD.text(number);
            for (int user = 0; user < users; user++) {
                inboxes.tell(user, text);
            }
        }
    }

    /** One to everybody, to each at a moment of its own within that time. */
    void spread(int number, long nanos) {
        String text = PAYLOAD.text(number);
        long start = System.nanoTime();
        for (int user = 0; user < users; user++) {
            LockSupport.parkNanos(start + user * nanos / users - System.nanoTime());
            inboxes.tell(user, text);
        }
    }

    /** The same as {@link #send}; they are there when it returns. */
    void deliver(int first, int count) {
        send(first, count);
        inboxes.settle();
    }
}
