package io.ringside.gateway.socket;

import java.util.Locale;

/** How a {@code connect} ends. */
enum Arrival {
    /** The client is in. */
    IN,
    /** Its ticket was not good. */
    TICKET,
    /** The user has too many sockets. */
    TOO_MANY,
    /** Its sign-in ended at that moment. */
    SIGNED_OUT,
    /** What stands behind the gateway is away. */
    UNAVAILABLE,
    /** It asked for channels that are not there or not its own. */
    CHANNELS;

    /** As it is written in metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
