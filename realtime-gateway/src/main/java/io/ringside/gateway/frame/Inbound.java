package io.ringside.gateway.frame;

/** What brings in the messages of one client. Used on the thread of its event loop. */
public interface Inbound {
    /** Brings nothing more: we are closing. */
    void stopListening();

    /** Some time has passed; about once a second. */
    void tick();
}
