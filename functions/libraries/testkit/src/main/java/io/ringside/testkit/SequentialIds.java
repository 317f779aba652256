package io.ringside.testkit;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Ids that look like UUIDv7 and count up: the same test sees the same ids in each run. */
public final class SequentialIds implements Supplier<UUID> {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final AtomicLong next = new AtomicLong(1);

    @Override
    public UUID get() {
        long number = next.getAndIncrement();
        return new UUID(number << 16 | VERSION_7, VARIANT | number);
    }

    /** The next id as text. */
    public String text() {
        return get().toString();
    }
}
