package io.ringside.benchmarks.gateway;

import io.ringside.benchmarks.peers.Inboxes;

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

    /** The same; they are there when it returns. */
    void deliver(int first, int count) {
        send(first, count);
        inboxes.settle();
    }
}
