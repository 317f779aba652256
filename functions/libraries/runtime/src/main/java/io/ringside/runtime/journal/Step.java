package io.ringside.runtime.journal;

import io.ringside.contracts.TraceParent;
import org.jspecify.annotations.Nullable;

/**
 * The trace context of what a function makes of a message: the message's trace, and a span that is the function's own.
 * It follows from the message, so that a decision taken again after a failure has the same; a message without a trace,
 * a quote that crossed say, begins one.
 */
final class Step {
    /** FNV-1a, 64 bits: spread well enough to tell steps apart, and quick. */
    private static final long OFFSET = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private Step() {}

    static String of(String function, String messageId, @Nullable String trace) {
        long span = mixed(mixed(OFFSET, function), messageId);
        return TraceParent.parse(trace)
                .map(parent -> parent.next(mixed(span, parent.spanId())))
                .orElseGet(() -> TraceParent.begin(span, mixed(span, messageId), mixed(span, function)))
                .text();
    }

    private static long mixed(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * PRIME;
        }
        return mixed;
    }
}
