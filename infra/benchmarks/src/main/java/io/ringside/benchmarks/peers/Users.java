package io.ringside.benchmarks.peers;

/** Who the clients are: a thousand users, one client of each after the other. */
public final class Users {
    /** As many as the crowd of the demo data has. */
    public static final int COUNT = 1_000;
    /** As many sockets as the gateway lets one user have. */
    public static final int SOCKETS_MAX = 20;

    private Users() {}

    /** The user of the client with this number. */
    public static int of(int client) {
        return client % COUNT;
    }
}
