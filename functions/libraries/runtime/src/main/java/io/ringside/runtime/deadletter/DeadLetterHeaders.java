package io.ringside.runtime.deadletter;

/** Headers of a dead letter, beside the user of the original. */
public final class DeadLetterHeaders {
    /** Why it could not be handled. */
    public static final String CAUSE = "Ringside-Cause";
    /** Subject of the original; a blank stands where it had what a header cannot hold: such a one is not replayed. */
    public static final String SUBJECT = "Ringside-Subject";
    /** Stream of the original. */
    public static final String STREAM = "Ringside-Stream";
    /** Sequence of the original in that stream. */
    public static final String SEQUENCE = "Ringside-Sequence";
    /** Message id of the original. */
    public static final String ORIGINAL_ID = "Ringside-Original-Id";

    private DeadLetterHeaders() {}
}
