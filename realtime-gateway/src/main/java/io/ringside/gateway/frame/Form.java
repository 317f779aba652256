package io.ringside.gateway.frame;

/** How frames look on a transport: those of one form are the same bytes for everybody. */
public enum Form {
    /** Frames of RFC 6455. */
    FRAMES,
    /** The same, compressed with any window. */
    DEFLATED,
    /** The same, compressed for those whose window is small. */
    DEFLATED_SMALL,
    /** Server-sent events. */
    EVENTS,
    /** Messages with commas between them. */
    LIST
}
