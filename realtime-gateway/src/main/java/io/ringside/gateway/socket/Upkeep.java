package io.ringside.gateway.socket;

import io.ringside.gateway.frame.Frame;
import io.ringside.gateway.frame.Inbound;
import io.ringside.gateway.frame.Transport;
import io.ringside.gateway.identity.Grant;
import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.ServerMessage;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What a socket needs each second: reading goes on, its peer is asked and told, its end is not waited for for ever. */
final class Upkeep {
    private final LiveSocket socket;
    private final Transport transport;
    private final SocketSettings settings;
    private final InstantSource clock;
    private final Liveness liveness;
    private final Runnable everySecond = this::look;
    private @Nullable Inbound inbound;
    private long closeBy = Long.MAX_VALUE;

    Upkeep(LiveSocket socket, Transport transport, SocketSettings settings, InstantSource clock) {
        this.socket = socket;
        this.transport = transport;
        this.settings = settings;
        this.clock = clock;
        liveness = new Liveness(settings, clock.millis());
    }

    /** Messages come in this way from now on. */
    void begin(Inbound way) {
        inbound = way;
        socket.outbound().loop().everySecond(everySecond);
    }

    /** The connection is gone. */
    void end() {
        socket.outbound().loop().forget(everySecond);
    }

    /** Anything arrived. */
    void heard() {
        liveness.heard(clock.millis());
    }

    /** The peer said who it is. */
    void introduced() {
        liveness.introduced();
    }

    /** It is known who is there, and how long that holds. */
    void lasts(Instant until) {
        liveness.lasts(until.toEpochMilli());
    }

    /** Nothing more is listened to. */
    void stopListening() {
        if (inbound != null) {
            inbound.stopListening();
        }
    }

    /** The last frames have gone: the peer has a while to answer, whatever it does. */
    void awaitEnd() {
        closeBy = clock.millis() + settings.closing().toMillis();
    }

    private void look() {
        long now = clock.millis();
        if (inbound != null) {
            inbound.tick();
        }
        if (socket.isOpen()) {
            doWhatIsDue(now);
        } else if (now >= closeBy) {
            transport.close();
        }
    }

    private void doWhatIsDue(long now) {
        Grant grant = socket.grant();
        switch (liveness.due(now)) {
            case NOTHING -> {}
            case EXPIRED -> socket.close(Farewells.of(CloseCode.EXPIRED));
            case REFRESH -> {
                if (grant != null) {
                    socket.send(new ServerMessage.RefreshRequired(new ServerMessage.Ending(grant.expiresAt())));
                }
            }
            case PING -> socket.outbound().offer(Frame.ping());
            case HEARTBEAT ->
                socket.send(new ServerMessage.Heartbeat(new ServerMessage.Beat(Instant.ofEpochMilli(now))));
            // It may be we who were late to read it: so it may come back.
            case NO_GREETING -> socket.close(Farewells.because(CloseCode.SLOW, "no connect in time"));
            case DEAD -> socket.close(Farewells.of(CloseCode.SLOW));
        }
    }
}
