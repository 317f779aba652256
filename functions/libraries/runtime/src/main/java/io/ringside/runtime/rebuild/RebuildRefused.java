package io.ringside.runtime.rebuild;

/** The rebuild was not begun, or was given up half-way; the message says what to do. It may always be run again. */
final class RebuildRefused extends Exception {
    private static final long serialVersionUID = 1L;

    RebuildRefused(String message) {
        super(message);
    }
}
