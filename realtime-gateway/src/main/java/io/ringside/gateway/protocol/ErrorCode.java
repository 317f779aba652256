package io.ringside.gateway.protocol;

/** What is wrong with a request, on the socket and over HTTP. */
public enum ErrorCode {
    /** Nobody is signed in, or the token or ticket is not good any more. */
    UNAUTHENTICATED(401, false),
    /** It is somebody else's. */
    FORBIDDEN(403, false),
    /** There is no such thing, or none that its asker may know of. */
    NOT_FOUND(404, false),
    /** There is such a thing, but this cannot be done with it. */
    METHOD_NOT_ALLOWED(405, false),
    /** A field is missing, unknown or not well formed. */
    MALFORMED(400, false),
    /** Too many requests of this kind. */
    RATE_LIMITED(429, true),
    /** The body is over its limit. */
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
