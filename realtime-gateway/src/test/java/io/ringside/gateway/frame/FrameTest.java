package io.ringside.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.ringside.gateway.compression.Inflation;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we encode ourselves is what an independent decoder reads. */
class FrameTest {
    private final Deliveries deliveries = new Deliveries(InstantSource.system(), new SimpleMeterRegistry());
    private final Loop loop = new Loop(new EmbeddedChannel().eventLoop(), deliveries, 1);
    private final Loop otherLoop = new Loop(new EmbeddedChannel().eventLoop(), deliveries, 1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 200_000})
    void encodesTextOfEveryLength(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'x');
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

    @Test
    void isCompressedOnceForEverybodyWhoInflates() throws DataFormatException {
        Frame frame = Frame.text("{\"price\":\"101.5\"}".repeat(100).getBytes(StandardCharsets.US_ASCII));
        byte[] once = frame.deflated(loop, true);
        assertThat(frame.deflated(otherLoop, true)).isSameAs(once);
        assertThat(once).hasSizeLessThan(100);
        assertThat(once[0]).as("final, first reserved bit, text").isEqualTo((byte) 0xC1);
        assertThat(new Inflation().inflate(Arrays.copyOfRange(once, 2, once.length), 10_000))
                .isEqualTo(payload(frame));
        byte[] small = frame.deflated(loop, false);
        assertThat(small).hasSizeGreaterThan(once.length);
        assertThat(frame.deflated(otherLoop, false)).isSameAs(small);
    }

    @Test
    void staysAsItIsWhereItIsShortOrGrowsOrIsNoMessage() {
        byte[] noise = new byte[1_000];
        new Random(1).nextBytes(noise);
        for (Frame frame : List.of(Frame.text(new byte[511]), Frame.binary(noise), Frame.ping())) {
            assertThat(frame.deflated(loop, true)).isSameAs(frame.bytes());
        }
        assertThat(Frame.text(new byte[512]).deflated(loop, true)).hasSizeLessThan(50);
    }

    private static byte[] payload(Frame frame) {
        ByteBuf payload = Unpooled.buffer();
        frame.writePayload(payload);
        return ByteBufUtil.getBytes(payload);
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
