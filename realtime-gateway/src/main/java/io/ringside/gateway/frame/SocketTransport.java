package io.ringside.gateway.frame;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOutboundBuffer;
import io.ringside.gateway.compression.Agreement;
import org.jspecify.annotations.Nullable;

/** A WebSocket: frames of RFC 6455 on a channel, compressed where that was agreed. */
public class SocketTransport implements Transport {
    private final Channel channel;
    private final Loop loop;
    private final Form form;

    /** On a channel of this loop. */
    public SocketTransport(Channel channel, Loop loop, @Nullable Agreement compression) {
        this.channel = channel;
        this.loop = loop;
        form = compression == null ? Form.FRAMES : compression.fullWindow() ? Form.DEFLATED : Form.DEFLATED_SMALL;
    }

    @Override
    public TransportName name() {
        return TransportName.SOCKET;
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public boolean isWritable() {
        return channel.isWritable();
    }

    @Override
    public long pendingBytes() {
        ChannelOutboundBuffer handedOver = channel.unsafe().outboundBuffer();
        return handedOver == null ? 0 : handedOver.totalPendingWriteBytes();
    }

    @Override
    public ByteBuf chunk(int bytes) {
        return channel.alloc().directBuffer(bytes);
    }

    @Override
    public void append(Frame frame, ByteBuf chunk) {
        chunk.writeBytes(form == Form.FRAMES ? frame.bytes() : frame.deflated(loop, form == Form.DEFLATED));
    }

    @Override
    public void write(ByteBuf chunk) {
        var unused = channel.write(chunk, channel.voidPromise());
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public void finish(ByteBuf last, boolean end) {
        ChannelFuture sent = channel.writeAndFlush(last);
        if (end) {
            sent.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void close() {
        var unused = channel.close();
    }
}
