package io.ringside.gateway.upgrade;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.ringside.gateway.socket.HandshakeRefusal;

/** A handshake that is to be answered with an error: an ordinary request, which asks for no upgrade any more. */
final class RefusedHandshake extends DefaultHttpRequest {
    private final HandshakeRefusal reason;

    RefusedHandshake(HttpRequest handshake, HandshakeRefusal reason) {
        super(
                handshake.protocolVersion(),
                handshake.method(),
                handshake.uri(),
                handshake.headers().copy().remove(HttpHeaderNames.UPGRADE).remove(HttpHeaderNames.CONNECTION));
        this.reason = reason;
    }

    HandshakeRefusal reason() {
        return reason;
    }
}
