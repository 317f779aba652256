package io.ringside.gateway.socket;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.netty.websocket.NettyServerWebSocketHandler;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.ringside.gateway.frame.Deliveries;
import io.ringside.gateway.frame.FrameGuard;
import io.ringside.gateway.frame.InboundBudget;
import io.ringside.gateway.frame.Loop;
import io.ringside.gateway.frame.Loops;
import io.ringside.gateway.http.ClientAddresses;
import java.util.List;

/**
 * {@code GET /ws}. The framework routes, filters and answers the handshake; from then on the connection's pipeline is
 * ours, because the framework's own socket handling is not safe to expose.
 */
@ServerWebSocket(value = "/ws", subprotocols = HandshakeFilter.SUBPROTOCOL)
@Secured(SecurityRule.IS_ANONYMOUS)
final class SocketEndpoint {
    private static final String DECODER = "wsdecoder";
    private static final List<String> NOT_NEEDED = List.of("idle-state", "http-keep-alive-handler", "chunk-writer");

    private final Loops loops;
    private final Deliveries deliveries;
    private final Sockets sockets;
    private final Conversation conversation;
    private final ClientAddresses addresses;

    SocketEndpoint(
            Loops loops, Deliveries deliveries, Sockets sockets, Conversation conversation, ClientAddresses addresses) {
        this.loops = loops;
        this.deliveries = deliveries;
        this.sockets = sockets;
        this.conversation = conversation;
        this.addresses = addresses;
    }

    /** Runs on the event loop, before anything that the client sends is read. */
    @OnOpen
    void open(HttpRequest<?> request) {
        Channel channel =
                ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
        Loop loop = loops.of(channel.eventLoop());
        LiveSocket socket = new LiveSocket(channel, addresses.of(request), loop, deliveries, sockets, conversation);
        ChannelPipeline pipeline = channel.pipeline();
        FrameGuard guard = new FrameGuard(socket, socket.outbound());
        pipeline.replace(DECODER, DECODER, decoder());
        pipeline.addAfter(DECODER, "frame-guard", guard);
        InboundBudget budget = new InboundBudget(socket, sockets.clock());
        pipeline.addBefore(DECODER, "inbound-budget", budget);
        socket.open(budget, guard);
        channel.eventLoop().execute(() -> removeWhatIsNotNeeded(pipeline));
    }

    /** The framework wants one; messages never get here. */
    @OnMessage
    @SuppressWarnings("DoNotCallSuggester") // the framework would, if a message got so far
    void message(String text) {
        throw new IllegalStateException("a message passed the frame guard");
    }

    private static WebSocket13FrameDecoder decoder() {
        return new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(FrameGuard.MESSAGE_BYTES_MAX)
                .expectMaskedFrames(true)
                .allowExtensions(false)
                .closeOnProtocolViolation(false)
                .build());
    }

    /** What the framework keeps for a connection is memory that an idle socket does not need. */
    private static void removeWhatIsNotNeeded(ChannelPipeline pipeline) {
        if (pipeline.get(NettyServerWebSocketHandler.ID) != null) {
            pipeline.remove(NettyServerWebSocketHandler.ID);
        }
        for (String name : NOT_NEEDED) {
            if (pipeline.get(name) != null) {
                pipeline.remove(name);
            }
        }
    }
}
