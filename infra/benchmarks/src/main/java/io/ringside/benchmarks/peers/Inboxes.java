package io.ringside.benchmarks.peers;

/** What a server keeps for each of its users, where it knows users. */
public interface Inboxes {
    /** Tells one user's clients; the number is the user's. */
    void tell(int user, String json);

    /** Returns when everything that was told has reached the server. */
    void settle();
}
