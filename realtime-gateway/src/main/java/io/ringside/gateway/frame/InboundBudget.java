package io.ringside.gateway.frame;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.ringside.gateway.limit.TokenBucket;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes of a peer before anything decodes them. Past the limit the peer is told, and nothing more is read
 * from it until what it sent is paid for: meanwhile TCP holds it back. Touched by the socket's event loop only.
 */
public final class InboundBudget extends ChannelDuplexHandler {
    /** Bytes of one socket in the long run. */
    public static final int BYTES_PER_SECOND = 64 * 1024;
    /** Bytes at once: a message over its own limit has to arrive, or nobody could say that it is too big. */
    public static final int BURST_BYTES = 2 * MessageLimits.PROTOCOL.bytesMax();

    private static final int SECONDS_PER_MINUTE = 60;

    private final FrameListener listener;
    private final InstantSource clock;
    private final TokenBucket bucket;
    private @Nullable ChannelHandlerContext paused;

    /** In front of the frame decoder of a client. */
    public InboundBudget(FrameListener listener, InstantSource clock) {
        this(listener, clock, BYTES_PER_SECOND, BURST_BYTES);
    }

    /** In front of a frame decoder, with other limits. */
    public InboundBudget(FrameListener listener, InstantSource clock, int bytesPerSecond, int burstBytes) {
        this.listener = listener;
        this.clock = clock;
        bucket = bucket(bytesPerSecond, burstBytes, clock.millis());
    }

    /** The bytes that one client may send, whatever carries them: full at first. */
    public static TokenBucket bucket(long nowMs) {
        return bucket(BYTES_PER_SECOND, BURST_BYTES, nowMs);
    }

    private static TokenBucket bucket(int bytesPerSecond, int burstBytes, long nowMs) {
        return new TokenBucket(SECONDS_PER_MINUTE * bytesPerSecond, burstBytes, nowMs);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object received) {
        if (received instanceof ByteBuf bytes) {
            long owedMs = bucket.spend(bytes.readableBytes(), clock.millis());
            if (owedMs > 0 && paused == null) {
                paused = context;
                context.channel().config().setAutoRead(false);
                listener.flooded(owedMs);
            }
        }
        context.fireChannelRead(received);
    }

    /** The decoder asks for the rest of a frame by itself, reading paused or not: it has to wait too. */
    @Override
    public void read(ChannelHandlerContext context) {
        if (paused == null) {
            context.read();
        }
    }

    /** Reads on if everything is paid for. To be called now and then. */
    public void resumeWhenPaid() {
        ChannelHandlerContext context = paused;
        if (context != null && bucket.spend(0, clock.millis()) == 0) {
            paused = null;
            context.channel().config().setAutoRead(true);
        }
    }
}
