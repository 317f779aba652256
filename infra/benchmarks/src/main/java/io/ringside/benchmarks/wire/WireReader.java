package io.ringside.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** Takes apart what one connection brings, where it lies: only what is not whole yet is copied. */
final class WireReader extends ChannelInboundHandlerAdapter {
    private final Events events;
    private boolean upgraded;
    private @Nullable ByteBuf rest;

    WireReader(Events events) {
        this.events = events;
    }

    /** What one connection brings; the buffers are the reader's. */
    interface Events {
        void active(Channel channel);

        void answered(Handshake.Answer answer);

        void text(ByteBuf bytes, int from, int length);

        void closed(String why);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        events.active(context.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object received) {
        ByteBuf in = (ByteBuf) received;
        ByteBuf all = in;
        ByteBuf before = rest;
        rest = null;
        if (before != null) {
            all = before.discardReadBytes().writeBytes(in);
            in.release();
        }
        try {
            take(context, all);
            if (all.isReadable()) {
                rest = all == in ? context.alloc().buffer(all.readableBytes()).writeBytes(all) : all.retain();
            }
        } finally {
            all.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        letGo();
        events.closed("connection lost");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
        events.closed(cause.toString());
    }

    private void take(ChannelHandlerContext context, ByteBuf all) {
        if (!upgraded) {
            Handshake.Answer answer = Handshake.answer(all);
            if (answer == null) {
                return;
            }
            upgraded = true;
            events.answered(answer);
        }
        Frames.read(all, (opcode, bytes, from, length) -> {
            switch (opcode) {
                case Frames.TEXT -> events.text(bytes, from, length);
                case Frames.PING -> context.writeAndFlush(Frames.pong(context.alloc(), bytes, from, length));
                case Frames.CLOSE -> events.closed(closing(bytes, from, length));
                default -> {}
            }
        });
    }

    private static String closing(ByteBuf bytes, int from, int length) {
        return length < 2
                ? "closed without a code"
                : "closed with " + bytes.getUnsignedShort(from) + ' ' + Text.of(bytes, from + 2, length - 2);
    }

    private void letGo() {
        if (rest != null) {
            rest.release();
            rest = null;
        }
    }
}
