package io.ringside.gateway.socket;

import java.util.Locale;

/** Why a handshake is refused. */
public enum HandshakeRefusal {
    /** A page of another site. */
    ORIGIN,
    /** Another protocol. */
    SUBPROTOCOL,
    /** This node stops. */
    DRAINING,
    /** Too many sockets of this address that have not connected. */
    ADDRESS,
    /** Too many handshakes a second. */
    RATE;

    /** As it is written in metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
