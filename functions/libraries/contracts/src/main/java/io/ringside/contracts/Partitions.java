package io.ringside.contracts;

import java.nio.charset.StandardCharsets;

/**
 * Which of a feature's partitions an aggregate belongs to. The number of partitions is fixed for ever: the mapping is
 * part of every stored subject and cursor.
 */
public final class Partitions {
    /** Partitions of each feature. */
    public static final int COUNT = 16;

    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private Partitions() {}

    /** The partition of the aggregate with this key (FNV-1a over UTF-8, folded). */
    public static int of(String key) {
        int hash = FNV_OFFSET;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        hash ^= hash >>> 16;
        return Math.floorMod(hash, COUNT);
    }
}
