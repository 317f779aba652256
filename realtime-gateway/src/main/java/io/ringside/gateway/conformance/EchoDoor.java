package io.ringside.gateway.conformance;

import io.micronaut.context.annotation.Requires;
import io.netty.channel.Channel;
import io.ringside.gateway.compression.Agreement;
import io.ringside.gateway.frame.Deliveries;
import io.ringside.gateway.frame.FrameGuard;
import io.ringside.gateway.frame.InboundBudget;
import io.ringside.gateway.frame.Loop;
import io.ringside.gateway.frame.Loops;
import io.ringside.gateway.frame.MessageLimits;
import io.ringside.gateway.frame.SocketTransport;
import io.ringside.gateway.socket.HandshakeRefusal;
import io.ringside.gateway.upgrade.Door;
import io.ringside.gateway.upgrade.Handshake;
import io.ringside.gateway.upgrade.SocketPipeline;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /ws/echo}: sends every message back as it came. Its limits leave room for what a suite tries. */
@Requires(env = "conformance")
@Singleton
final class EchoDoor implements Door {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final MessageLimits LIMITS = new MessageLimits(20 * MEBIBYTE, 100_000, true);
    private static final int QUEUE_BYTES_MAX = 64 * MEBIBYTE;
    private static final int BYTES_PER_SECOND = 32 * MEBIBYTE;
    private static final int BURST_BYTES = 64 * MEBIBYTE;

    private final Loops loops;
    private final Deliveries deliveries;
    private final InstantSource clock;

    EchoDoor(Loops loops, Deliveries deliveries, InstantSource clock) {
        this.loops = loops;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/ws/echo";
    }

    @Override
    public Optional<HandshakeRefusal> refuses(Handshake handshake) {
        return Optional.empty();
    }

    @Override
    public void open(Handshake handshake) {
        Channel channel = handshake.channel();
        @Nullable Agreement compression = handshake.compression();
        Loop loop = loops.of(channel.eventLoop());
        EchoSocket echo =
                new EchoSocket(new SocketTransport(channel, loop, compression), loop, deliveries, QUEUE_BYTES_MAX);
        FrameGuard guard = new FrameGuard(echo, echo.outbound(), LIMITS, compression != null);
        InboundBudget budget = new InboundBudget(echo, clock, BYTES_PER_SECOND, BURST_BYTES);
        SocketPipeline.open(handshake, null, budget, guard, echo::open);
    }
}
