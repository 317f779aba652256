package io.ringside.marketdata.replay;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
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
import io.ringside.marketdata.replay.ReplayFaults.Fault;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * A capture as the WebSocket feed it was, on this machine only. One event loop carries the recording and every client,
 * so a snapshot and the updates after it cannot pass each other.
 */
public final class ReplayServer implements AutoCloseable {
    private static final int REQUEST_BYTES_MAX = 64 * 1024;
    private static final long STOP_WAIT_MS_MAX = 2_000;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ReplayStage stage;
    private final ReplayPlayer player;
    private final Channel server;

    /**
     * Starts it on a free port.
     *
     * @param speed multiple of the recorded pace; 0 is as fast as clients read
     */
    public ReplayServer(Capture capture, int speed, InstantSource clock) {
        this.stage = new ReplayStage(capture, clock);
        this.player = new ReplayPlayer(group.next(), stage, capture.frames(), speed);
        this.server = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new Pipeline())
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    /** Where clients connect. */
    public URI address() {
        return URI.create("ws://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort() + "/");
    }

    /** Changes a digit in the next telling update of a pair. */
    public void corruptNext(String pair) {
        group.execute(() -> stage.order(pair, Fault.CORRUPT));
    }

    /** Keeps the next telling update of a pair back. */
    public void dropNext(String pair) {
        group.execute(() -> stage.order(pair, Fault.DROP));
    }

    /** Sends nothing, heartbeats included, while the recording goes on. */
    public void silence(boolean wanted) {
        group.execute(() -> stage.silence(wanted));
    }

    /** Cuts every connection. */
    public void disconnectAll() {
        group.execute(stage::disconnectAll);
    }

    /** Times that the recording was played to its end. */
    public long loops() {
        return player.loops();
    }

    @Override
    public void close() {
        if (group.isShuttingDown()) {
            return;
        }
        server.close().syncUninterruptibly();
        group.shutdownGracefully(0, STOP_WAIT_MS_MAX, TimeUnit.MILLISECONDS).syncUninterruptibly();
    }

    private final class Pipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(REQUEST_BYTES_MAX),
                            new WebSocketServerProtocolHandler("/", null, false, REQUEST_BYTES_MAX),
                            new Conversation(new ReplaySession(channel)));
        }
    }

    private final class Conversation extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private final ReplaySession session;

        Conversation(ReplaySession session) {
            this.session = session;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event instanceof HandshakeComplete) {
                stage.enter(session);
            }
            super.userEventTriggered(context, event);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            stage.request(session, frame.text());
            player.go();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            stage.leave(session);
            super.channelInactive(context);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
