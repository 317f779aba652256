package io.ringside.gateway.transport;

import java.util.List;

/**
 * What carries a client's messages to a gateway and back. It reads ahead and answers the gateway's questions for a sign
 * of life by itself, until it is told not to.
 */
public interface ClientTransport extends AutoCloseable {
    /**
     * Sends one message behind those before it, without waiting for anything. Whether the gateway still takes it is
     * known by what is heard only.
     *
     * @param message not empty, without a line feed, not always UTF-8
     */
    void send(byte[] message);

    /** Waits until the gateway has taken whatever was sent, answered or not. */
    void awaitTaken();

    /** What has come and was not asked for yet. */
    Hearing hearing();

    /** What comes next; waits for it. */
    default Heard next() {
        return hearing().next();
    }

    /** What has come and was not asked for yet; does not wait. */
    default List<Heard> rest() {
        return hearing().rest();
    }

    /** The version that the gateway chose. */
    String version();

    /** From now on gives no sign of life but what it sends; it still hears what needs none. */
    void fallSilent();

    /** From now on reads nothing, so that what comes has to wait on the way. */
    default void stopReading() {
        hearing().reads(false);
    }

    /** Reads and answers again. */
    void readOn();

    /** Leaves without a word. */
    void abort();

    /** Says that it leaves. */
    @Override
    void close();
}
