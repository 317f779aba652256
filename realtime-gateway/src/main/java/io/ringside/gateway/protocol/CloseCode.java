package io.ringside.gateway.protocol;

/**
 * Why a socket is closed: the whole catalogue. The code itself carries the verdict: 4400 to 4499 come back, 4500 to
 * 4599 do not.
 */
public enum CloseCode {
    /** The client closes. */
    NORMAL(1000, false, "closed"),
    /** The server stops for good. */
    GOING_AWAY(1001, true, "server stops"),
    /** The frames break RFC 6455. */
    PROTOCOL_ERROR(1002, false, "protocol error"),
    /** Only text is spoken here. */
    UNSUPPORTED_DATA(1003, false, "only text messages"),
    /** The text is not UTF-8. */
    INVALID_UTF8(1007, false, "not UTF-8"),
    /** A message is over its limit. */
    TOO_BIG(1009, false, "message too big"),
    /** A defect of ours. */
    INTERNAL_ERROR(1011, true, "internal error"),
    /** The server restarts. */
    RESTART(1012, true, "server restarts"),
    /** The server is overloaded, or what stands behind it is away. */
    OVERLOAD(1013, true, "try again later"),
    /** The session of this socket or its ticket has expired. */
    EXPIRED(4401, true, "expired"),
    /** The outbound queue went over its limit, or the peer was silent for too long, in the beginning or later. */
    SLOW(4408, true, "too slow"),
    /** The channel's stream is another one now. */
    RESYNC(4409, true, "resync needed"),
    /** Rate limits were breached again and again. */
    RATE_LIMITED(4429, true, "rate limits breached"),
    /** Not a request of the protocol. */
    BAD_REQUEST(4501, false, "bad request"),
    /** Not allowed. */
    FORBIDDEN(4503, false, "forbidden"),
    /** Signed out, or revoked. */
    SIGNED_OUT(4504, false, "signed out"),
    /** The user has too many sockets. */
    TOO_MANY(4505, false, "too many sockets");

    private final int code;
    private final boolean reconnect;
    private final String reason;

    CloseCode(int code, boolean reconnect, String reason) {
        this.code = code;
        this.reconnect = reconnect;
        this.reason = reason;
    }

    /** The entry with this number; whatever is none of ours is a protocol error. */
    public static CloseCode of(int number) {
        for (CloseCode each : values()) {
            if (each.code == number) {
                return each;
            }
        }
        return PROTOCOL_ERROR;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** Whether the client may come back by itself. */
    public boolean reconnect() {
        return reconnect;
    }

    /** A few words for a person. */
    public String reason() {
        return reason;
    }
}
