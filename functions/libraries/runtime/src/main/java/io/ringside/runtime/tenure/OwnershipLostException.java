package io.ringside.runtime.tenure;

import org.jspecify.annotations.Nullable;

/** Somebody else owns a partition now: what was decided for it is rolled back, and it is theirs to decide. */
public final class OwnershipLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OwnershipLostException(String message) {
        super(message);
    }

    /** The loss of ownership that stands behind a failure. */
    public static @Nullable OwnershipLostException behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OwnershipLostException lost) {
                return lost;
            }
        }
        return null;
    }
}
