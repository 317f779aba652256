package io.ringside.runtime;

import java.util.UUID;

/** Where new ids come from. In production UUIDv7: they sort by the time of their making. */
@FunctionalInterface
public interface Ids {
    /** An id that was never given out before. */
    UUID next();
}
