package io.ringside.gateway.protocol;

/** What is wrong with a request, on the socket and over HTTP. */
public enum ErrorCode {
    UNAUTHENTICATED(401, false),
    FORBIDDEN(403, false),
    NOT_FOUND(404, false),
    MALFORMED(400, false),
    RATE_LIMITED(429, true),
    TOO_LARGE(413, false),
    /** Not received, and not going to be: ask again later. */
    UNAVAILABLE(503, true),
    /** Perhaps received: ask again with the same id. */
    UNKNOWN_OUTCOME(504, true);

    private final int status;
    private final boolean temporary;

    ErrorCode(int status, boolean temporary) {
        this.status = status;
        this.temporary = temporary;
    }

    /** The HTTP status that says the same. */
    public int status() {
        return status;
    }

    /** Whether the same request may succeed later. */
    public boolean temporary() {
        return temporary;
    }
}
