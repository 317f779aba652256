package io.ringside.gateway.socket;

import io.netty.util.concurrent.EventExecutor;
import io.ringside.gateway.frame.Deliveries;
import io.ringside.gateway.frame.Loop;
import io.ringside.gateway.frame.Loops;
import io.ringside.gateway.frame.Transport;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Where a connection becomes a session, whatever carries it. */
@Singleton
public final class Entrance {
    private final Loops loops;
    private final Deliveries deliveries;
    private final Sockets sockets;
    private final Conversation conversation;

    Entrance(Loops loops, Deliveries deliveries, Sockets sockets, Conversation conversation) {
        this.loops = loops;
        this.deliveries = deliveries;
        this.sockets = sockets;
        this.conversation = conversation;
    }

    /** Why no more connection from there is taken now, if none is. */
    public Optional<HandshakeRefusal> refuses(InetAddress address) {
        return sockets.refusesHandshake(address);
    }

    /** Whether this node is about to stop: it takes whoever comes a while longer, but nobody should be sent here. */
    public boolean isLeaving() {
        return sockets.isLeaving();
    }

    /** A handshake ended in this. */
    public void refused(HandshakeRefusal reason) {
        sockets.meter().refused(reason);
    }

    /**
     * A session that has not said who it is.
     *
     * @param executor the event loop that it lives on
     */
    public LiveSocket enter(InetAddress address, EventExecutor executor, Function<Loop, Transport> transport) {
        Loop loop = loops.of(executor);
        return new LiveSocket(transport.apply(loop), address, loop, deliveries, sockets, conversation);
    }

    /** The clock that sessions live by. */
    public InstantSource clock() {
        return sockets.clock();
    }
}
