package io.ringside.contracts;

/** Header names of our messages. Values are printable ASCII. */
public final class Headers {
    /** Identity of a message; the server deduplicates by it inside its window, consumers for ever. */
    public static final String MESSAGE_ID = "Nats-Msg-Id";
    /** Wire name of the body, for example {@code order.submit}. */
    public static final String TYPE = "Ringside-Type";
    /** The user on whose behalf a command was sent. */
    public static final String USER = "Ringside-User";
    /** When the body of a quote was published, epoch nanoseconds of the publisher's clock. */
    public static final String PUBLISHED_AT = "Ringside-Published-At";
    /** W3C trace context, carried through every hop. */
    public static final String TRACE_PARENT = "traceparent";
    /** Sequence of the stored message that a republished copy came from. */
    public static final String SEQUENCE = "Nats-Sequence";
    /** Sequence of the previous stored message of the same subject. */
    public static final String LAST_SEQUENCE = "Nats-Last-Sequence";

    /** A message with it takes the place of what the stream held. */
    public static final String ROLLUP = "Nats-Rollup";
    /** Of {@link #ROLLUP}: of what it held on the message's own subject. */
    public static final String ROLLUP_SUBJECT = "sub";

    /** When a stored message is to appear on its target subject (ADR-51). */
    public static final String SCHEDULE = "Nats-Schedule";
    /** Subject on which a scheduled message appears. */
    public static final String SCHEDULE_TARGET = "Nats-Schedule-Target";
    /** How long it is kept there. */
    public static final String SCHEDULE_TTL = "Nats-Schedule-TTL";

    private Headers() {}
}
