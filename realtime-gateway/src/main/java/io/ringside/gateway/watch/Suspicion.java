package io.ringside.gateway.watch;

import java.util.Locale;

/** What a client does that an honest one does not, or not often. */
public enum Suspicion {
    /** A page of another site wants to open a socket. */
    FOREIGN_ORIGIN,
    /** An access token that we never made. */
    BAD_TOKEN,
    /** A socket ticket that we never made. */
    BAD_TICKET,
    /** A ticket that was used before: somebody else has seen it. */
    REUSED_TICKET,
    /** A refresh token that was used before: two hold tokens of one sign-in. */
    REUSED_REFRESH_TOKEN,
    /** So many wrong passwords that the next one has to wait. */
    GUESSED_PASSWORD,
    /** Rate limits were breached until the socket was closed. */
    REPEATED_BREACHES,
    /** A command or a query about an account of others. */
    FOREIGN_ACCOUNT,
    /** A channel of others. */
    FOREIGN_CHANNEL,
    /** A call that the role does not allow. */
    FORBIDDEN_CALL,
    /** More malformed messages than a defect explains. */
    MALFORMED_FLOOD;

    /** As it is written in logs and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
