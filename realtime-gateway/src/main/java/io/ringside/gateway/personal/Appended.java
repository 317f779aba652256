package io.ringside.gateway.personal;

/** What became of a live notice. */
enum Appended {
    /** It is the newest now. */
    NEWEST,
    /** It was known. */
    KNOWN,
    /** It is not the one after the newest: notices are missing, or what is here is gone from the stream. */
    HOLE,
    /** It is older than the newest, and not one of those that are here. */
    STRANGE
}
