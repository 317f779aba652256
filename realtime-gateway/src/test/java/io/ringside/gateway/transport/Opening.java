package io.ringside.gateway.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client begins.
 *
 * @param versions of the protocol that it speaks, the one that it likes most first
 * @param origin the page that it says it comes from
 * @param narrow whether its machine takes in little ahead of what it reads
 */
public record Opening(List<String> versions, @Nullable String origin, boolean narrow) {
    /** As a program does that speaks this version. */
    public static final Opening PLAIN = new Opening(List.of("ringside.v1"), null, false);

    /** Speaking these versions. */
    public static Opening speaking(String... versions) {
        return new Opening(List.of(versions), null, false);
    }

    /** As a page of this origin does. */
    public Opening from(String page) {
        return new Opening(versions, page, narrow);
    }

    /** With a small window of receipt. */
    public Opening narrowly() {
        return new Opening(versions, origin, true);
    }
}
