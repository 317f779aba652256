package io.ringside.gateway.upgrade;

import io.micronaut.http.server.netty.websocket.NettyServerWebSocketHandler;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.ringside.gateway.frame.FrameGuard;
import io.ringside.gateway.frame.Inbound;
import io.ringside.gateway.frame.InboundBudget;
import java.util.List;

/** What a socket's frames pass on their way in, in place of what the framework puts there. */
public final class SocketPipeline implements Inbound {
    private static final String DECODER = "wsdecoder";
    private static final List<String> NOT_NEEDED = List.of("idle-state", "http-keep-alive-handler", "chunk-writer");

    private final InboundBudget budget;
    private final FrameGuard guard;

    private SocketPipeline(InboundBudget budget, FrameGuard guard) {
        this.budget = budget;
        this.guard = guard;
    }

    /** Puts these into a channel whose handshake is done. On its event loop, before anything is read. */
    public static SocketPipeline install(Channel channel, InboundBudget budget, FrameGuard guard) {
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.replace(DECODER, DECODER, decoder(guard));
        pipeline.addAfter(DECODER, "frame-guard", guard);
        pipeline.addBefore(DECODER, "inbound-budget", budget);
        channel.eventLoop().execute(() -> removeWhatIsNotNeeded(pipeline));
        return new SocketPipeline(budget, guard);
    }

    @Override
    public void stopListening() {
        guard.stopListening();
    }

    @Override
    public void tick() {
        budget.resumeWhenPaid();
    }

    private static WebSocket13FrameDecoder decoder(FrameGuard guard) {
        return new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(guard.limits().bytesMax())
                .expectMaskedFrames(true)
                .allowExtensions(guard.inflates())
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
