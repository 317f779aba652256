package io.ringside.gateway.upgrade;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.Channel;
import io.ringside.gateway.compression.Agreement;
import io.ringside.gateway.frame.FrameGuard;
import io.ringside.gateway.frame.InboundBudget;
import io.ringside.gateway.frame.MessageLimits;
import io.ringside.gateway.frame.SocketTransport;
import io.ringside.gateway.http.ClientAddresses;
import io.ringside.gateway.socket.Entrance;
import io.ringside.gateway.socket.LiveSocket;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /ws}. The framework routes, filters and answers the handshake; from then on the connection's pipeline is
 * ours, because the framework's own socket handling is not safe to expose.
 */
@ServerWebSocket(value = "/ws", subprotocols = HandshakeFilter.SUBPROTOCOL)
@Secured(SecurityRule.IS_ANONYMOUS)
final class SocketEndpoint {
    private final Entrance entrance;
    private final ClientAddresses addresses;

    SocketEndpoint(Entrance entrance, ClientAddresses addresses) {
        this.entrance = entrance;
        this.addresses = addresses;
    }

    /** Runs on the event loop, before anything that the client sends is read. */
    @OnOpen
    void open(HttpRequest<?> request) {
        Channel channel =
                ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
        @Nullable Agreement compression = CompressionFilter.agreement(request);
        LiveSocket socket = entrance.enter(
                addresses.of(request), channel.eventLoop(), loop -> new SocketTransport(channel, loop, compression));
        FrameGuard guard = new FrameGuard(socket, socket.outbound(), MessageLimits.PROTOCOL, compression != null);
        socket.open(SocketPipeline.install(channel, new InboundBudget(socket, entrance.clock()), guard));
    }

    /** The framework wants one; messages never get here. */
    @OnMessage
    @SuppressWarnings("DoNotCallSuggester") // the framework would, if a message got so far
    void message(String text) {
        throw new IllegalStateException("a message passed the frame guard");
    }
}
