package io.ringside.benchmarks.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;

/** A connection that begins. */
final class Dial {
    private static final int CONNECT_MS_MAX = 20_000;

    private Dial() {}

    /** From an address of this machine to a server. */
    static ChannelFuture from(SocketAddress source, SocketAddress server, EventLoop loop, ChannelHandler handler) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MS_MAX)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(handler)
                .connect(server, source);
    }
}
