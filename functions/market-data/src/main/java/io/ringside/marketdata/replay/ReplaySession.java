package io.ringside.marketdata.replay;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.HashSet;
import java.util.Set;

/** One connected client and what it subscribed to. Only the server's event loop touches it. */
final class ReplaySession {
    private final Channel channel;
    private final Set<String> pairs = new HashSet<>();

    ReplaySession(Channel channel) {
        this.channel = channel;
    }

    Set<String> pairs() {
        return pairs;
    }

    boolean isWritable() {
        return channel.isWritable();
    }

    void write(String text) {
        channel.write(new TextWebSocketFrame(text), channel.voidPromise());
    }

    void flush() {
        channel.flush();
    }

    void disconnect() {
        channel.close();
    }
}
