package io.ringside.runtime.tenure;

/**
 * The stream under a cursor is not the one that the cursor was made in, or no longer holds what comes after it. Going
 * on would lose messages silently, so the function stops.
 */
public final class CursorLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CursorLostException(String message) {
        super(message);
    }
}
