package io.ringside.gateway.upgrade;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.ringside.gateway.compression.Agreement;
import io.ringside.gateway.frame.FrameGuard;
import io.ringside.gateway.frame.Inbound;
import io.ringside.gateway.frame.InboundBudget;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a socket's frames pass on their way in, in place of what stood there for HTTP. */
public final class SocketPipeline implements Inbound {
    /** The names that Netty gives its own. */
    private static final String DECODER = "wsdecoder";

    private static final String ENCODER = "wsencoder";
    private static final String GUARD = "frame-guard";

    private final InboundBudget budget;
    private final FrameGuard guard;

    private SocketPipeline(InboundBudget budget, FrameGuard guard) {
        this.budget = budget;
        this.guard = guard;
    }

    /**
     * Answers a handshake and puts these into its channel. On its event loop.
     *
     * @param protocol that is spoken from then on, if it has a name
     * @param opened is given what came of it before anything is read
     */
    public static void open(
            Handshake handshake,
            @Nullable String protocol,
            InboundBudget budget,
            FrameGuard guard,
            Consumer<Inbound> opened) {
        Channel channel = handshake.channel();
        new WebSocketServerHandshaker13("", null, decoding(guard))
                .handshake(channel, handshake.whole(), headers(handshake, protocol), channel.newPromise())
                .addListener(answered -> {
                    if (answered.isSuccess()) {
                        arrange(channel, budget, guard, opened);
                    } else {
                        channel.close();
                    }
                });
    }

    private static HttpHeaders headers(Handshake handshake, @Nullable String protocol) {
        HttpHeaders headers = new DefaultHttpHeaders();
        if (protocol != null) {
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, protocol);
        }
        Agreement compression = handshake.compression();
        if (compression != null) {
            headers.set(Agreement.HEADER, compression.header());
        }
        return headers;
    }

    private static void arrange(Channel channel, InboundBudget budget, FrameGuard guard, Consumer<Inbound> opened) {
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addAfter(DECODER, GUARD, guard);
        pipeline.addBefore(DECODER, "inbound-budget", budget);
        opened.accept(new SocketPipeline(budget, guard));
        removeWhatIsNotNeeded(pipeline);
    }

    /** What stood there for HTTP is memory that an idle socket does not need; frames leave it as bytes. */
    private static void removeWhatIsNotNeeded(ChannelPipeline pipeline) {
        pipeline.remove(ENCODER);
        if (pipeline.get(ChannelPipelineCustomizer.HANDLER_IDLE_STATE) != null) {
            pipeline.remove(ChannelPipelineCustomizer.HANDLER_IDLE_STATE);
        }
        while (!GUARD.equals(pipeline.lastContext().name())) {
            pipeline.removeLast();
        }
    }

    @Override
    public void stopListening() {
        guard.stopListening();
    }

    @Override
    public void tick() {
        budget.resumeWhenPaid();
    }

    private static WebSocketDecoderConfig decoding(FrameGuard guard) {
        return WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(guard.limits().bytesMax())
                .expectMaskedFrames(true)
                .allowExtensions(guard.inflates())
                .closeOnProtocolViolation(false)
                .build();
    }
}
