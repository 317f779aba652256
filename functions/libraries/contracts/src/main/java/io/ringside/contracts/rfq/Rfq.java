package io.ringside.contracts.rfq;

import io.ringside.contracts.DerivedId;

/** Bounds of a request for quotes, and how its id follows from that of its command. */
public final class Rfq {
    /** Shortest life, seconds. */
    public static final int LIFE_SECONDS_MIN = 5;
    /** Longest life, seconds. */
    public static final int LIFE_SECONDS_MAX = 1_800;
    /** Counterparties of one request. */
    public static final int COUNTERPARTIES_MAX = 100;
    /** Versions of one quote. */
    public static final int VERSIONS_MAX = 1_000;

    private Rfq() {}

    /**
     * The id of the request that this command makes: a UUID of version 8 over account and client id. So one command
     * always goes to the same partition, and asking again finds what was asked before.
     */
    public static String idOf(String account, String clientRfqId) {
        return DerivedId.of(account + '/' + clientRfqId);
    }

    /**
     * The name under which risk is reserved for a quote or an acceptance. Longer than a client's own id may be, so that
     * it is never that of an order.
     */
    public static String reservationOf(String account, String commandId) {
        return "rfq-" + DerivedId.of(account + '/' + commandId);
    }
}
