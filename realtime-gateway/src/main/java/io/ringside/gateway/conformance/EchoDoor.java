package io.ringside.gateway.conformance;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.Channel;
import io.ringside.gateway.compression.Agreement;
import io.ringside.gateway.frame.Deliveries;
import io.ringside.gateway.frame.FrameGuard;
import io.ringside.gateway.frame.InboundBudget;
import io.ringside.gateway.frame.Loop;
import io.ringside.gateway.frame.Loops;
import io.ringside.gateway.frame.MessageLimits;
import io.ringside.gateway.frame.SocketTransport;
import io.ringside.gateway.upgrade.CompressionFilter;
import io.ringside.gateway.upgrade.SocketPipeline;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** {@code GET /ws/echo}: sends every message back as it came. Its limits leave room for what a suite tries. */
@Requires(env = "conformance")
@ServerWebSocket("/ws/echo")
@Secured(SecurityRule.IS_ANONYMOUS)
final class EchoEndpoint {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final MessageLimits LIMITS = new MessageLimits(20 * MEBIBYTE, 100_000, true);
    private static final int QUEUE_BYTES_MAX = 64 * MEBIBYTE;
    private static final int BYTES_PER_SECOND = 32 * MEBIBYTE;
    private static final int BURST_BYTES = 64 * MEBIBYTE;

    private final Loops loops;
    private final Deliveries deliveries;
    private final InstantSource clock;

    EchoEndpoint(Loops loops, Deliveries deliveries, InstantSource clock) {
        this.loops = loops;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Runs on the event loop, before anything that the client sends is read. */
    @OnOpen
    void open(HttpRequest<?> request) {
        Channel channel =
                ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
        @Nullable Agreement compression = CompressionFilter.agreement(request);
        Loop loop = loops.of(channel.eventLoop());
        EchoSocket echo =
                new EchoSocket(new SocketTransport(channel, loop, compression), loop, deliveries, QUEUE_BYTES_MAX);
        FrameGuard guard = new FrameGuard(echo, echo.outbound(), LIMITS, compression != null);
        InboundBudget budget = new InboundBudget(echo, clock, BYTES_PER_SECOND, BURST_BYTES);
        echo.open(SocketPipeline.install(channel, budget, guard));
    }

    /** The framework wants one; messages never get here. */
    @OnMessage
    @SuppressWarnings("DoNotCallSuggester") // the framework would, if a message got so far
    void message(String text) {
        throw new IllegalStateException("a message passed the frame guard");
    }
}
