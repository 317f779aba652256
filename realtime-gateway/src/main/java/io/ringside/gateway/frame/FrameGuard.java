package io.ringside.gateway.frame;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.ringside.gateway.json.Utf8;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the frame decoder and whoever speaks on the socket. The framework's own handler caps a frame, not a
 * message, accepts invalid UTF-8 and reserved bits and does not echo a close; this one does what RFC 6455 asks.
 */
public final class FrameGuard extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final int PROTOCOL_ERROR = 1002;
    private static final int UNSUPPORTED_DATA = 1003;
    private static final int INVALID_PAYLOAD = 1007;
    private static final int TOO_BIG = 1009;
    /** RSV1 of a frame's three, as the decoder counts them. */
    private static final int FIRST_RESERVED_BIT = 4;

    private static final int NO_CODE = 1005;
    /** The decoder refuses codes that are reserved below; from here on there are none. */
    private static final int BEYOND_CODES = 5000;

    private final FrameListener listener;
    private final Outbound outbound;
    private final MessageLimits limits;
    private final boolean inflates;
    private final Fragments fragments;
    private boolean deflated;
    private boolean binary;
    private boolean deaf;

    /**
     * In front of a listener.
     *
     * @param outbound takes the pongs too, so that their number is bounded
     * @param inflates whether the peer may compress what it sends
     */
    public FrameGuard(FrameListener listener, Outbound outbound, MessageLimits limits, boolean inflates) {
        this.listener = listener;
        this.outbound = outbound;
        this.limits = limits;
        this.inflates = inflates;
        fragments = new Fragments(limits);
    }

    /** What one message may be. */
    public MessageLimits limits() {
        return limits;
    }

    /** Whether the peer may compress. */
    public boolean inflates() {
        return inflates;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        listener.alive();
        if (!deaf && frame.rsv() != 0 && !isDeflated(frame)) {
            violated(PROTOCOL_ERROR);
        } else if (frame instanceof CloseWebSocketFrame close) {
            closing(close.statusCode());
        } else if (deaf) {
            return;
        } else if (frame instanceof PingWebSocketFrame) {
            outbound.offer(Frame.pong(ByteBufUtil.getBytes(frame.content())));
        } else if (frame instanceof BinaryWebSocketFrame && !limits.binary()) {
            violated(UNSUPPORTED_DATA);
        } else if (!(frame instanceof PongWebSocketFrame)) {
            add(frame);
        }
    }

    private void closing(int code) {
        if (code >= BEYOND_CODES && !deaf) {
            violated(PROTOCOL_ERROR);
            return;
        }
        deaf = true;
        listener.closing(code < 0 ? NO_CODE : code);
    }

    /** Of a compressed message the first frame says so, with the first reserved bit, and no other. */
    private boolean isDeflated(WebSocketFrame frame) {
        boolean first = frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame;
        return inflates && first && frame.rsv() == FIRST_RESERVED_BIT;
    }

    private void add(WebSocketFrame frame) {
        if (fragments.isEmpty()) {
            deflated = frame.rsv() != 0;
            binary = frame instanceof BinaryWebSocketFrame;
        }
        if (!fragments.add(frame.content(), frame.isFinalFragment())) {
            violated(TOO_BIG);
        } else if (frame.isFinalFragment()) {
            byte[] message = deflated ? inflate(fragments.take()) : fragments.take();
            if (message != null) {
                deliver(message);
            }
        }
    }

    private byte @Nullable [] inflate(byte[] message) {
        try {
            byte[] inflated = outbound.loop().inflation().inflate(message, limits.bytesMax());
            if (inflated == null) {
                violated(TOO_BIG);
            }
            return inflated;
        } catch (DataFormatException e) {
            violated(INVALID_PAYLOAD);
            return null;
        }
    }

    private void deliver(byte[] message) {
        if (binary) {
            listener.binary(message);
        } else if (Utf8.isValid(message)) {
            listener.message(message);
        } else {
            violated(INVALID_PAYLOAD);
        }
    }

    private void violated(int closeCode) {
        deaf = true;
        fragments.forget();
        listener.violated(closeCode);
    }

    /** Nothing more is listened to: we are closing. */
    public void stopListening() {
        deaf = true;
        fragments.forget();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException corrupted) {
            deaf = true;
            listener.violated(corrupted.closeStatus().code());
        } else if (cause instanceof CorruptedFrameException) {
            violated(PROTOCOL_ERROR);
        } else {
            var unused = context.close();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            listener.writable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        fragments.forget();
        listener.gone();
    }
}
