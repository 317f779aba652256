package io.ringside.benchmarks.peers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The floor under every server: Netty, one event loop, one write and one flush per message and connection, nothing
 * else. A text of whoever came to {@code /publish} is framed once and goes to all who came to {@code /market}.
 */
public final class BareServer {
    static final String PUBLISH = "/publish";
    static final String MARKET = "/market";
    static final String QUIET = "/quiet";

    private static final int HANDSHAKE_BYTES_MAX = 8 * 1024;
    private static final int MESSAGE_BYTES_MAX = 0xFFFF;
    private static final int BACKLOG = 4_096;
    private static final int TEXT_FINAL = 0x81;
    private static final int LENGTH_7_MAX = 125;
    private static final int LENGTH_16 = 126;

    private final Set<Channel> market = new LinkedHashSet<>();

    private BareServer() {}

    /** @param words the port */
    public static void main(String[] words) throws InterruptedException {
        listen(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()), Integer.parseInt(words[0]))
                .closeFuture()
                .sync();
    }

    /** Listens on this port of the loopback interface; 0 is any that is free. */
    static Channel listen(EventLoopGroup loop, int port) throws InterruptedException {
        BareServer server = new BareServer();
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel fresh) {
                        fresh.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(HANDSHAKE_BYTES_MAX),
                                        new WebSocketServerProtocolHandler(
                                                "/", null, false, MESSAGE_BYTES_MAX, false, true),
                                        server.new Member());
                    }
                })
                .bind("127.0.0.1", port)
                .sync()
                .channel();
    }

    private final class Member extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof HandshakeComplete complete
                    && complete.requestUri().equals(MARKET)) {
                market.add(context.channel());
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            market.remove(context.channel());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame text) {
            ByteBuf frame = framed(context, text.content());
            for (Channel member : market) {
                member.writeAndFlush(frame.retainedDuplicate(), member.voidPromise());
            }
            frame.release();
        }
    }

    private static ByteBuf framed(ChannelHandlerContext context, ByteBuf text) {
        int length = text.readableBytes();
        ByteBuf frame = context.alloc().directBuffer(length + 4).writeByte(TEXT_FINAL);
        if (length <= LENGTH_7_MAX) {
            frame.writeByte(length);
        } else {
            frame.writeByte(LENGTH_16).writeShort(length);
        }
        return frame.writeBytes(text);
    }
}
