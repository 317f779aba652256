package io.ringside.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of RFC 6455 §5.7, and what lies between whole frames. */
class FramesTest {
    private final List<String> read = new ArrayList<>();

    @Test
    void wholeFramesAreHandedOverAndTheRestWaits() {
        ByteBuf in = Unpooled.buffer();
        in.writeBytes(server(0x81, "Hello")).writeBytes(server(0x89, "")).writeBytes(server(0x88, "\u0003\u00e8"));
        ByteBuf last = server(0x81, "late");
        in.writeBytes(last, 0, last.readableBytes() - 1);
        read(in);
        assertThat(read).containsExactly("1 Hello", "9 ", "8 \u0003\u00e8");
        assertThat(in.readableBytes()).isEqualTo(last.readableBytes() - 1);
        in.writeByte('e');
        read(in);
        assertThat(read).endsWith("1 late");
        assertThat(in.isReadable()).isFalse();
    }

    @Test
    void everyWayToSayALengthIsRead() {
        for (int length : new int[] {0, 125, 126, 0xFFFF, 0x10000}) {
            read.clear();
            ByteBuf in = server(0x81, "x".repeat(length));
            read(in);
            assertThat(read).containsExactly("1 " + "x".repeat(length));
            assertThat(in.isReadable()).isFalse();
        }
    }

    @Test
    void aHeaderThatIsNotWholeWaits() {
        ByteBuf whole = server(0x81, "x".repeat(300));
        for (int bytes = 0; bytes < 4; bytes++) {
            ByteBuf in = whole.copy(0, bytes);
            read(in);
            assertThat(in.readableBytes()).isEqualTo(bytes);
        }
        assertThat(read).isEmpty();
    }

    @Test
    void aServerThatFragmentsOrMasksIsRefused() {
        assertThatThrownBy(() -> read(server(0x01, "Hel"))).hasMessageContaining("fragments or masks");
        assertThatThrownBy(() -> read(Unpooled.wrappedBuffer(new byte[] {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 'x'})))
                .hasMessageContaining("fragments or masks");
    }

    @Test
    void whatAClientSendsIsMasked() {
        assertThat(hex(Frames.text(ByteBufAllocator.DEFAULT, "Hi"))).isEqualTo("8182000000004869");
        assertThat(hex(Frames.text(ByteBufAllocator.DEFAULT, "x".repeat(126)))).startsWith("81fe007e0000000078");
        assertThat(hex(Frames.text(ByteBufAllocator.DEFAULT, "x".repeat(0x10000))))
                .startsWith("81ff00000000000100000000000078");
        assertThat(hex(Frames.pong(ByteBufAllocator.DEFAULT, Unpooled.wrappedBuffer(new byte[] {'a', 'b', 'c'}), 1, 2)))
                .isEqualTo("8a82000000006263");
    }

    private void read(ByteBuf in) {
        Frames.read(
                in,
                (opcode, bytes, from, length) ->
                        read.add(opcode + " " + bytes.toString(from, length, StandardCharsets.ISO_8859_1)));
    }

    private static ByteBuf server(int first, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuf frame = Unpooled.buffer().writeByte(first);
        if (bytes.length <= 125) {
            frame.writeByte(bytes.length);
        } else if (bytes.length <= 0xFFFF) {
            frame.writeByte(126).writeShort(bytes.length);
        } else {
            frame.writeByte(127).writeLong(bytes.length);
        }
        return frame.writeBytes(bytes);
    }

    private static String hex(ByteBuf frame) {
        return ByteBufUtil.hexDump(frame);
    }
}
