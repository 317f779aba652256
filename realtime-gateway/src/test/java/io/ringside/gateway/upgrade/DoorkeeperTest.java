package io.ringside.gateway.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.ringside.gateway.socket.HandshakeRefusal;
import io.ringside.testkit.Eventually;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A door whose answer cannot leave yet: the client does not read what it was answered before. */
class DoorkeeperTest {
    private static final String HANDSHAKE = "GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    private final List<Handshake> opened = new ArrayList<>();
    private final Doorkeeper doorkeeper = new Doorkeeper(Map.of("/ws", new Door() {
        @Override
        public String path() {
            return "/ws";
        }

        @Override
        public Optional<HandshakeRefusal> refuses(Handshake handshake) {
            return Optional.empty();
        }

        @Override
        public void open(Handshake handshake) {
            opened.add(handshake);
        }
    }));
    private final EmbeddedChannel channel = new EmbeddedChannel(new HttpServerCodec(), doorkeeper);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void opensOnceAndWaits() {
        channel.writeInbound(octets(HANDSHAKE));
        assertThat(opened).hasSize(1);
        assertThat(channel.isOpen()).isTrue();
        assertThat(channel.inboundMessages()).isEmpty();
    }

    @Test
    void endsTheConnectionOfWhoeverGoesOnInHttp() {
        ByteBuf twice = octets(HANDSHAKE + HANDSHAKE);
        channel.writeInbound(twice);
        assertThat(opened).hasSize(1);
        assertThat(channel.isOpen()).isFalse();
        assertThat(twice.refCnt()).isZero();
    }

    /** The framework keeps what stood in its pipeline as long as the connection lives. */
    @Test
    void keepsNothingOfAHandshakeWhenItIsOver() {
        channel.writeInbound(octets(HANDSHAKE));
        WeakReference<Handshake> handshake = new WeakReference<>(opened.removeFirst());
        channel.pipeline().remove(doorkeeper);
        Eventually.holds("it is collected", () -> {
            System.gc();
            return handshake.get() == null;
        });
        assertThat(doorkeeper).isNotNull();
    }

    private static ByteBuf octets(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }
}
