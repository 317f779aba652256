package io.ringside.gateway.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeflationTest {
    private static final int MESSAGE_BYTES_MAX = 64 * 1024;
    private static final int MEBIBYTE = 1024 * 1024;

    private final Deflation deflation = new Deflation();
    private final Inflation inflation = new Inflation();

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "600, true", "65536, true", "0, false", "600, false", "65536, false"})
    void givesBackWhatItTookEachMessageByItself(int length, boolean fullWindow) throws DataFormatException {
        for (int seed = 0; seed < 3; seed++) {
            byte[] text = words(length, seed);
            byte[] deflated = deflation.deflate(text, 0, fullWindow);
            assertThat(inflation.inflate(deflated, MESSAGE_BYTES_MAX)).isEqualTo(text);
        }
    }

    @Test
    void leavesOutWhatStandsBefore() throws DataFormatException {
        byte[] text = "head{}".getBytes(StandardCharsets.US_ASCII);
        assertThat(inflation.inflate(deflation.deflate(text, 4, true), 2)).isEqualTo(new byte[] {'{', '}'});
    }

    @Test
    void makesTextSmallInEitherWindow() {
        byte[] text = words(4_000, 1);
        assertThat(deflation.deflate(text, 0, true)).hasSizeLessThan(2_000);
        assertThat(deflation.deflate(text, 0, false)).hasSizeLessThan(3_000);
    }

    @Test
    void looksBackAtNothingForASmallWindow() {
        byte[] twice = new byte[20_000];
        new Random(7).nextBytes(twice);
        System.arraycopy(twice, 0, twice, 10_000, 10_000);
        assertThat(deflation.deflate(twice, 0, true)).hasSizeLessThan(12_000);
        assertThat(deflation.deflate(twice, 0, false)).hasSizeGreaterThan(19_000);
    }

    @Test
    void makesNoMoreOfABombThanAMessageMayHave() throws DataFormatException {
        byte[] bomb = deflation.deflate(new byte[10 * MEBIBYTE], 0, true);
        assertThat(bomb).hasSizeLessThan(MESSAGE_BYTES_MAX);
        inflation.inflate(bomb, MESSAGE_BYTES_MAX);
        long before = allocated();
        byte[] made = inflation.inflate(bomb, MESSAGE_BYTES_MAX);
        assertThat(allocated() - before).isLessThan(MEBIBYTE);
        assertThat(made).isNull();
    }

    @Test
    void takesAMessageOfExactlyTheLimitAndNoneOverIt() throws DataFormatException {
        byte[] text = words(MESSAGE_BYTES_MAX, 3);
        assertThat(inflation.inflate(deflation.deflate(text, 0, true), MESSAGE_BYTES_MAX))
                .isEqualTo(text);
        assertThat(inflation.inflate(deflation.deflate(text, 0, true), MESSAGE_BYTES_MAX - 1))
                .isNull();
    }

    @Test
    void readsOnAfterAFinalBlock() throws DataFormatException {
        byte[] two = new byte[64];
        int length = finished("one", two, 0);
        length += finished("two", two, length);
        // RFC 7692, 7.2.3.5: the sender adds an octet, so that the tail is a block again
        byte[] message = Arrays.copyOf(two, length + 1);
        assertThat(inflation.inflate(message, MESSAGE_BYTES_MAX))
                .isEqualTo("onetwo".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void saysWhatIsNotDeflatedAndGoesOnWithTheNext() throws DataFormatException {
        assertThatThrownBy(() -> inflation.inflate(new byte[] {(byte) 0xff, (byte) 0xff}, MESSAGE_BYTES_MAX))
                .isInstanceOf(DataFormatException.class);
        assertThat(inflation.inflate(deflation.deflate(new byte[] {'a'}, 0, true), MESSAGE_BYTES_MAX))
                .containsExactly('a');
    }

    private static int finished(String text, byte[] target, int from) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(text.getBytes(StandardCharsets.US_ASCII));
            deflater.finish();
            return deflater.deflate(target, from, target.length - from);
        } finally {
            deflater.end();
        }
    }

    private static byte[] words(int length, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append("\"instrument\":\"")
                    .append(random.nextInt(100))
                    .append("\",\"price\":")
                    .append(random.nextInt());
        }
        return text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    }
}
