package io.ringside.local.balancer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * What comes in at one side goes out at the other. Nothing is read before what was read is written, so that one piece
 * at the most waits here and a slow reader slows the writer down; how one side ends, the other is told in kind.
 */
final class Pipe extends ChannelInboundHandlerAdapter {
    /** What one direction of a connection holds at the most. */
    static final int PIECE_BYTES_MAX = 16_384;
    /** How long one side may go on after the other has said that nothing more comes. */
    private static final long ONE_SIDED_S_MAX = 30;

    private final DuplexChannel other;

    private Pipe(DuplexChannel other) {
        this.other = other;
    }

    /** Joins two open channels of one event loop, neither of which has been read from. */
    static void join(DuplexChannel one, DuplexChannel two) {
        one.pipeline().addLast(new Pipe(two));
        two.pipeline().addLast(new Pipe(one));
        one.read();
        two.read();
    }

    /** The peer learns at once, and as what it is: an end that nobody meant. */
    static void reset(Channel channel) {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object piece) {
        other.writeAndFlush(piece).addListener(written -> {
            if (written.isSuccess()) {
                context.read();
            } else {
                resetBoth(context.channel());
            }
        });
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            DuplexChannel ended = (DuplexChannel) context.channel();
            if (ended.isOutputShutdown()) {
                ended.close();
                other.close();
                return;
            }
            other.shutdownOutput();
            context.executor().schedule(() -> resetBoth(ended), ONE_SIDED_S_MAX, TimeUnit.SECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        other.close();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        resetBoth(context.channel());
    }

    private void resetBoth(Channel mine) {
        reset(other);
        reset(mine);
    }
}
