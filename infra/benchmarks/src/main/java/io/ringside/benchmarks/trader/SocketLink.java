package io.ringside.benchmarks.trader;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One WebSocket to the gateway, all of it on one event loop. */
public final class SocketLink {
    private static final int HANDSHAKE_BYTES_MAX = 8 * 1024;
    private static final int MESSAGE_BYTES_MAX = 256 * 1024;
    private static final int CONNECT_MS_MAX = 3_000;
    private static final int NEVER_CLOSED = 1006;
    private static final Argument<Inbound> INBOUND = Argument.of(Inbound.class);

    private final Listener listener;
    private @Nullable Channel channel;
    private boolean over;

    private SocketLink(Listener listener) {
        this.listener = listener;
    }

    /** Hears what happens to a link. */
    public interface Listener {
        void opened(SocketLink link);

        void message(SocketLink link, Inbound message);

        /** Once, however it ended; 1006 when nobody said why. */
        void closed(SocketLink link, int code, @Nullable String reason);
    }

    public static SocketLink open(URI gateway, EventLoop loop, Listener listener) {
        return open(gateway, null, loop, listener);
    }

    /** @param source address of this machine that it comes from; null lets the system choose */
    public static SocketLink open(URI gateway, @Nullable SocketAddress source, EventLoop loop, Listener listener) {
        return open(gateway, gateway, source, loop, listener);
    }

    /** @param origin what the page came from that a browser would have; the gateway may be one of several behind it */
    public static SocketLink open(
            URI gateway, URI origin, @Nullable SocketAddress source, EventLoop loop, Listener listener) {
        SocketLink link = new SocketLink(listener);
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MS_MAX)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<NioSocketChannel>() {
                    @Override
                    protected void initChannel(NioSocketChannel fresh) {
                        fresh.pipeline()
                                .addLast(
                                        new HttpClientCodec(),
                                        new HttpObjectAggregator(HANDSHAKE_BYTES_MAX),
                                        new WebSocketClientProtocolHandler(handshake(gateway, origin)),
                                        new WebSocketFrameAggregator(MESSAGE_BYTES_MAX),
                                        link.new Frames());
                    }
                })
                .connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), source)
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        link.end(NEVER_CLOSED, connected.cause().getMessage());
                    }
                });
        return link;
    }

    /** Sends a text, if the socket is open. */
    public void send(String text) {
        Channel open = channel;
        if (open != null) {
            open.writeAndFlush(new TextWebSocketFrame(text), open.voidPromise());
        }
    }

    /** Lets go of the connection without a word; {@code closed} is still told. */
    public void drop() {
        Channel open = channel;
        if (open != null) {
            open.close();
        }
        end(NEVER_CLOSED, "dropped");
    }

    private static WebSocketClientProtocolConfig handshake(URI gateway, URI origin) {
        HttpHeaders headers = new DefaultHttpHeaders();
        headers.set(HttpHeaderNames.ORIGIN, origin.toString());
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri("ws://" + gateway.getHost() + ':' + gateway.getPort() + "/ws")
                .subprotocol("ringside.v1")
                .customHeaders(headers)
                .generateOriginHeader(false)
                .maxFramePayloadLength(MESSAGE_BYTES_MAX)
                .handleCloseFrames(false)
                .withUTF8Validator(false)
                .build();
    }

    private void end(int code, @Nullable String reason) {
        if (!over) {
            over = true;
            listener.closed(this, code, reason);
        }
    }

    private final class Frames extends SimpleChannelInboundHandler<WebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                channel = context.channel();
                listener.opened(SocketLink.this);
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) throws IOException {
            if (frame instanceof TextWebSocketFrame) {
                byte[] text = ByteBufUtil.getBytes(frame.content());
                listener.message(
                        SocketLink.this,
                        Objects.requireNonNull(ObjectMapper.getDefault().readValue(text, INBOUND)));
            } else if (frame instanceof CloseWebSocketFrame close) {
                int code = close.statusCode();
                String reason = close.reasonText();
                context.close();
                end(code, reason);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end(NEVER_CLOSED, "connection lost");
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
            end(NEVER_CLOSED, cause.toString());
        }
    }
}
