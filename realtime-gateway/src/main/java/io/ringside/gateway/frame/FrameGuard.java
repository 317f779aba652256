package io.ringside.gateway.frame;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the frame decoder and whoever speaks on the socket. The framework's own handler caps a frame, not a
 * message, accepts invalid UTF-8 and reserved bits and does not echo a close; this one does what RFC 6455 asks.
 */
public final class FrameGuard extends SimpleChannelInboundHandler<WebSocketFrame> {
    /** Bytes of one message, all of its fragments together. */
    public static final int MESSAGE_BYTES_MAX = 64 * 1024;
    /** Fragments of one message: empty ones would never reach the limit in bytes. */
    public static final int FRAGMENTS_MAX = 1_024;

    private static final int PROTOCOL_ERROR = 1002;
    private static final int UNSUPPORTED_DATA = 1003;
    private static final int INVALID_UTF8 = 1007;
    private static final int TOO_BIG = 1009;
    private static final int NO_CODE = 1005;
    /** The decoder refuses codes that are reserved below; from here on there are none. */
    private static final int BEYOND_CODES = 5000;

    private final FrameListener listener;
    private final Outbound outbound;
    private byte @Nullable [] fragments;
    private int fragmentBytes;
    private int fragmentCount;
    private boolean deaf;

    /** In front of a listener; pongs go out through the outbound side, so that their number is bounded too. */
    public FrameGuard(FrameListener listener, Outbound outbound) {
        this.listener = listener;
        this.outbound = outbound;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        listener.alive();
        if (frame instanceof CloseWebSocketFrame close) {
            closing(close.statusCode());
        } else if (deaf) {
            return;
        } else if (frame.rsv() != 0) {
            violated(PROTOCOL_ERROR);
        } else if (frame instanceof PingWebSocketFrame) {
            outbound.offer(Frame.pong(ByteBufUtil.getBytes(frame.content())));
        } else if (frame instanceof BinaryWebSocketFrame) {
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

    private void add(WebSocketFrame frame) {
        ByteBuf content = frame.content();
        int length = content.readableBytes();
        fragmentCount++;
        if (fragmentBytes + length > MESSAGE_BYTES_MAX || fragmentCount > FRAGMENTS_MAX) {
            violated(TOO_BIG);
            return;
        }
        byte[] bytes = room(length, frame.isFinalFragment());
        content.readBytes(bytes, fragmentBytes, length);
        fragmentBytes += length;
        if (frame.isFinalFragment()) {
            byte[] message = bytes.length == fragmentBytes ? bytes : Arrays.copyOf(bytes, fragmentBytes);
            forgetFragments();
            deliver(message);
        }
    }

    /** The buffer of the message with room for more bytes; it grows by doubling, so copies stay linear. */
    private byte[] room(int more, boolean last) {
        int needed = fragmentBytes + more;
        byte[] present = fragments;
        if (present == null) {
            present = new byte[last ? needed : Math.max(needed, 256)];
        } else if (present.length < needed) {
            present = Arrays.copyOf(present, Math.max(needed, 2 * present.length));
        }
        fragments = present;
        return present;
    }

    private void deliver(byte[] message) {
        if (isUtf8(message)) {
            listener.message(message);
        } else {
            violated(INVALID_UTF8);
        }
    }

    private void violated(int closeCode) {
        deaf = true;
        forgetFragments();
        listener.violated(closeCode);
    }

    /** Nothing more is listened to: we are closing. */
    public void stopListening() {
        deaf = true;
        forgetFragments();
    }

    private void forgetFragments() {
        fragments = null;
        fragmentBytes = 0;
        fragmentCount = 0;
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
        forgetFragments();
        listener.gone();
    }

    private static boolean isUtf8(byte[] text) {
        for (byte b : text) {
            if (b < 0) {
                return decodes(text);
            }
        }
        return true;
    }

    private static boolean decodes(byte[] text) {
        try {
            // A fresh decoder reports what is malformed instead of replacing it.
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
