package io.ringside.faults.outage;

/** What goes wrong, and how often of so many faults. */
public enum FaultKind {
    /** {@code kill -9} of one gateway. */
    GATEWAY_KILLED(3),
    /** SIGSTOP of one gateway, and SIGCONT after a while. */
    GATEWAY_FROZEN(3),
    /** {@code kill -9} of the server that has the log. */
    NATS_KILLED(2),
    /** {@code kill -9} of the function that keeps alerts. */
    ALERT_KILLED(2),
    /** {@code kill -9} of the server that has the book. */
    POSTGRES_KILLED(2),
    /** A share of all connections breaks. */
    CONNECTIONS_CUT(3),
    /** A share of all clients goes, and comes back later on the other gateway. */
    CLIENTS_MOVED(3),
    /** The next acknowledgement of a share of all clients is lost with its connection. */
    ACKNOWLEDGEMENTS_LOST(2);

    private final int turns;

    FaultKind(int turns) {
        this.turns = turns;
    }

    /** How often it is in one round of all kinds. */
    int turns() {
        return turns;
    }
}
