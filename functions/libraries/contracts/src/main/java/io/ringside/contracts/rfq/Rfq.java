package io.ringside.contracts.rfq;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

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

    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_CLEARED = ~0xf000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;
    private static final long VARIANT_CLEARED = 0x3fff_ffff_ffff_ffffL;

    private Rfq() {}

    /**
     * The id of the request that this command makes: a UUID of version 8 over account and client id. So one command
     * always goes to the same partition, and asking again finds what was asked before.
     */
    public static String idOf(String account, String clientRfqId) {
        return uuid(account + '/' + clientRfqId);
    }

    /**
     * The name under which risk is reserved for a quote or an acceptance. Longer than a client's own id may be, so that
     * it is never that of an order.
     */
    public static String reservationOf(String account, String commandId) {
        return "rfq-" + uuid(account + '/' + commandId);
    }

    private static String uuid(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bits = ByteBuffer.wrap(hash);
            long high = bits.getLong() & VERSION_CLEARED | VERSION_8;
            long low = bits.getLong() & VARIANT_CLEARED | VARIANT_2;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
