package io.ringside.gateway.upgrade;

import io.ringside.gateway.socket.HandshakeRefusal;
import java.util.Optional;

/** A path at which WebSockets are opened. */
public interface Door {
    /** Where it is: absolute, without a query. */
    String path();

    /** Why this one is not let in now, if so. */
    Optional<HandshakeRefusal> refuses(Handshake handshake);

    /** Lets it in. Runs on the connection's event loop, before anything is read that the client sends after. */
    void open(Handshake handshake);
}
