package io.ringside.benchmarks.trader;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real server on a real socket that says what a test tells it to say. */
final class ScriptedGateway implements AutoCloseable {
    private static final int BYTES_MAX = 64 * 1024;
    private static final long WAIT_S = 60;

    final List<String> asked = new ArrayList<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel server;
    private volatile Channel socket;
    private int ticketsToRefuse;

    ScriptedGateway() {
        ScriptedGateway self = this;
        server = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<NioSocketChannel>() {
                    @Override
                    protected void initChannel(NioSocketChannel fresh) {
                        fresh.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(BYTES_MAX),
                                        self.new Http(),
                                        new WebSocketServerProtocolHandler("/ws", "ringside.v1"),
                                        self.new Frames());
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
        socket = server;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort());
    }

    /** The next message of the client. */
    String hear() throws InterruptedException {
        String text = heard.poll(WAIT_S, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("the client says nothing");
        }
        return text;
    }

    /** Says something to the client that connected last. */
    void say(String text) {
        socket.writeAndFlush(new TextWebSocketFrame(text)).syncUninterruptibly();
    }

    /** Answers the first message: connected, its inbox as told. */
    void welcome(String inbox) throws InterruptedException {
        String connect = hear();
        if (!connect.contains("\"connect\"")) {
            throw new AssertionError("not a connect: " + connect);
        }
        say("{\"id\":" + idOf(connect) + ",\"result\":{\"connected\":{\"session\":\"s\",\"user\":\"u\",\"expiresAt\":"
                + "\"2026-11-21T10:00:00Z\",\"serverTime\":\"2026-11-21T09:00:00Z\",\"channels\":{\"inbox\":" + inbox
                + "}}}}");
    }

    void hangUp() {
        socket.close().syncUninterruptibly();
    }

    /** The next so many tickets are answered with 401. */
    void refuseTickets(int count) {
        ticketsToRefuse = count;
    }

    static String idOf(String message) {
        return message.replaceFirst("^\\{\"id\":(\\d+),.*$", "$1");
    }

    @Override
    public void close() {
        server.close().syncUninterruptibly();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Http extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            if (request.uri().equals("/ws")) {
                context.fireChannelRead(request.retain());
                return;
            }
            asked.add(request.method() + " " + request.uri());
            boolean refuse = request.uri().endsWith("/ticket") && ticketsToRefuse-- > 0;
            String body =
                    switch (request.uri()) {
                        case "/api/session", "/api/session/refresh" -> "{\"accessToken\":\"a\",\"refreshToken\":\"r\"}";
                        case "/api/session/ticket" -> "{\"ticket\":\"t" + asked.size() + "\"}";
                        default -> "{\"orders\":[]}";
                    };
            var answer = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    refuse ? HttpResponseStatus.UNAUTHORIZED : HttpResponseStatus.OK,
                    Unpooled.copiedBuffer(refuse ? "{}" : body, StandardCharsets.UTF_8));
            answer.headers()
                    .set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes());
            context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        }
    }

    private final class Frames extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
                socket = context.channel();
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            heard.add(frame.text());
        }
    }
}
