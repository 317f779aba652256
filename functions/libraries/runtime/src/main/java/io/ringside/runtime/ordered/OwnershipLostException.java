package io.ringside.runtime.ordered;

/** Somebody else owns a partition now: what was decided for it is rolled back, and it is theirs to decide. */
final class OwnershipLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OwnershipLostException(String message) {
        super(message);
    }
}
