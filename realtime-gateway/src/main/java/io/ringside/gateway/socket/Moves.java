package io.ringside.gateway.socket;

import io.micronaut.context.annotation.Context;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.steering.Steering;

/** When operators want another transport: whoever is on something else is told to come back. */
@Context
final class Moves {
    private final Sockets sockets;
    private final Steering steering;

    Moves(Sockets sockets, Steering steering) {
        this.sockets = sockets;
        this.steering = steering;
        steering.listen(this::move);
    }

    private void move() {
        for (LiveSocket socket : sockets.all()) {
            Grant grant = socket.grant();
            boolean elsewhere = grant != null
                    && steering.of(grant.user())
                            .filter(wanted -> wanted != socket.transportName())
                            .isPresent();
            if (elsewhere) {
                socket.close(Farewells.elsewise());
            }
        }
    }
}
