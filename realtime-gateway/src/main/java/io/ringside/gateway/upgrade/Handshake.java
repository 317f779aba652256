package io.ringside.gateway.upgrade;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.ringside.gateway.compression.Agreement;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that asks for a WebSocket, and the connection that it came on. */
public final class Handshake {
    private static final String VERSION = "13";
    private static final int KEY_BYTES = 16;

    private final HttpRequest request;
    private final Channel channel;
    private final @Nullable Agreement compression;

    Handshake(HttpRequest request, Channel channel) {
        this.request = request;
        this.channel = channel;
        compression = Agreement.of(request.headers().getAll(Agreement.HEADER)).orElse(null);
    }

    /** Whether this asks for a WebSocket (RFC 6455, 4.2.1). */
    static boolean isAskedFor(HttpRequest request) {
        HttpHeaders headers = request.headers();
        return request.decoderResult().isSuccess()
                && request.method().equals(HttpMethod.GET)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    /** Whether it asks for the one version that there is. */
    boolean isOurVersion() {
        return VERSION.equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION));
    }

    /** Whether it has the key that we have to answer, and nothing behind its head. */
    boolean isProper() {
        HttpHeaders headers = request.headers();
        return isKey(headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY))
                && "0".equals(headers.get(HttpHeaderNames.CONTENT_LENGTH, "0"))
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private static boolean isKey(@Nullable String key) {
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The connection. */
    public Channel channel() {
        return channel;
    }

    /** What is agreed on with whoever sent it. */
    public @Nullable Agreement compression() {
        return compression;
    }

    /** All values of this header. */
    List<String> headers(CharSequence name) {
        return request.headers().getAll(name);
    }

    InetSocketAddress peer() {
        return (InetSocketAddress) channel.remoteAddress();
    }

    InetSocketAddress server() {
        return (InetSocketAddress) channel.localAddress();
    }

    FullHttpRequest whole() {
        return new DefaultFullHttpRequest(
                request.protocolVersion(),
                request.method(),
                request.uri(),
                Unpooled.EMPTY_BUFFER,
                request.headers(),
                EmptyHttpHeaders.INSTANCE);
    }
}
