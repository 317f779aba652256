package io.ringside.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we encode ourselves is what an independent decoder reads. */
class FrameTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 200_000})
    void encodesTextOfEveryLength(int length) {
        byte[] text = new byte[length];
        java.util.Arrays.fill(text, (byte) 'x');
        WebSocketFrame frame = decode(Frame.text(text));
        assertThat(frame).isInstanceOf(TextWebSocketFrame.class);
        assertThat(frame.isFinalFragment()).isTrue();
        assertThat(frame.content().readableBytes()).isEqualTo(length);
        frame.release();
    }

    @Test
    void encodesPingsAndPongs() {
        assertThat(decode(Frame.ping())).isInstanceOf(PingWebSocketFrame.class);
        WebSocketFrame pong = decode(Frame.pong(new byte[] {1, 2}));
        assertThat(pong).isInstanceOf(PongWebSocketFrame.class);
        assertThat(pong.content().readableBytes()).isEqualTo(2);
        pong.release();
    }

    @Test
    void encodesCloses() {
        CloseWebSocketFrame close = (CloseWebSocketFrame) decode(Frame.close(4408, "too slow"));
        assertThat(close.statusCode()).isEqualTo(4408);
        assertThat(close.reasonText()).isEqualTo("too slow");
        close.release();
        CloseWebSocketFrame bare = (CloseWebSocketFrame) decode(Frame.closeWithoutCode());
        assertThat(bare.statusCode()).isEqualTo(-1);
        CloseWebSocketFrame wordy = (CloseWebSocketFrame) decode(Frame.close(4501, "x".repeat(300)));
        assertThat(wordy.reasonText()).hasSize(123);
        wordy.release();
    }

    private static WebSocketFrame decode(Frame frame) {
        EmbeddedChannel channel = new EmbeddedChannel(new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(false)
                .maxFramePayloadLength(1_000_000)
                .build()));
        channel.writeInbound(Unpooled.wrappedBuffer(frame.bytes()));
        return channel.readInbound();
    }
}
