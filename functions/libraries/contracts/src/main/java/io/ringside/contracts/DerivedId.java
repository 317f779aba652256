package io.ringside.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from what they name, so that whoever names it twice names the same. */
public final class DerivedId {
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_CLEARED = ~0xf000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;
    private static final long VARIANT_CLEARED = 0x3fff_ffff_ffff_ffffL;

    private DerivedId() {}

    /** A UUID of version 8 over this text. */
    public static String of(String key) {
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
