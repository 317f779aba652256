package io.ringside.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The opening of a WebSocket (RFC 6455 §4.1) in as many words as a server needs. */
final class Handshake {
    /** The largest answer that is waited for. */
    private static final int ANSWER_BYTES_MAX = 8 * 1024;

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final byte[] END = Text.bytes("\r\n\r\n");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final Pattern RETRY_AFTER = Pattern.compile("(?i)\r\nretry-after: *(\\d{1,4})\r\n");

    private Handshake() {}

    /**
     * What the server answered.
     *
     * @param retryAfterSeconds 0 when it did not say when to try again
     */
    record Answer(int status, int retryAfterSeconds) {
        boolean upgraded() {
            return status == SWITCHING_PROTOCOLS;
        }

        boolean busy() {
            return status == SERVICE_UNAVAILABLE;
        }
    }

    static ByteBuf request(ByteBufAllocator allocator, InetSocketAddress server, Dialect dialect) {
        String text = "GET " + dialect.path() + " HTTP/1.1\r\nHost: " + server.getHostString() + ':' + server.getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: cmluZ3NpZGUtbG9hZC1rZQ==\r\n" + dialect.headers() + "\r\n";
        return allocator.buffer(text.length()).writeBytes(Text.bytes(text));
    }

    /** The whole answer taken out of the buffer, or null while it is not whole. */
    static @Nullable Answer answer(ByteBuf in) {
        int end = Text.after(in, in.readerIndex(), in.readableBytes(), END);
        if (end < 0) {
            if (in.readableBytes() > ANSWER_BYTES_MAX) {
                throw new IllegalStateException("the answer of the handshake has no end");
            }
            return null;
        }
        String head = in.readCharSequence(end - in.readerIndex(), StandardCharsets.US_ASCII)
                .toString();
        Matcher status = STATUS.matcher(head);
        if (!status.lookingAt()) {
            throw new IllegalStateException("the answer of the handshake is not HTTP: " + head);
        }
        Matcher later = RETRY_AFTER.matcher(head);
        return new Answer(Integer.parseInt(status.group(1)), later.find() ? Integer.parseInt(later.group(1)) : 0);
    }
}
