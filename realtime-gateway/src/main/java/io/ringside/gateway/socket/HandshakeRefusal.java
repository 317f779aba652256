package io.ringside.gateway.socket;

import java.util.Locale;

/** Why a handshake is refused. */
public enum HandshakeRefusal {
    /** It asks for no WebSocket of the version that there is. */
    UPGRADE,
    /** It is not as RFC 6455 has it. */
    FORM,
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
