package io.ringside.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.contracts.position.PositionList;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The shapes on the wire, as files that only a person changes: stored messages and partners' programs hold them. The
 * first line of a file has every field, the second only those that are required.
 */
class GoldenFilesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    /** Messages lie in the package of their feature; what stands beside the packages is no message. */
    private static final Pattern MESSAGE = Pattern.compile("io\\.ringside\\.contracts\\.[a-z]+\\..+");

    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    @TestFactory
    Stream<DynamicTest> everyRecordIsWrittenAsItsGoldenFileSaysAndReadBack() {
        return Samples.all().stream()
                .map(samples -> DynamicTest.dynamicTest(name(samples.getFirst()), () -> {
                    List<String> golden = Files.readAllLines(GOLDEN.resolve(name(samples.getFirst()) + ".json"));
                    assertThat(samples.stream().map(GoldenFilesTest::json)).containsExactlyElementsOf(golden);
                    for (int i = 0; i < golden.size(); i++) {
                        byte[] body = golden.get(i).getBytes(StandardCharsets.UTF_8);
                        assertThat((Object) Wire.decode(body, samples.get(i).getClass()))
                                .isEqualTo(samples.get(i));
                    }
                }));
    }

    @Test
    void noRecordTravelsWithoutAGoldenFile() throws Exception {
        List<String> sampled = Samples.all().stream()
                .map(samples -> samples.getFirst().getClass().getName())
                .toList();

        assertThat(topLevelRecords()).containsExactlyInAnyOrderElementsOf(sampled);
    }

    @TestFactory
    Stream<DynamicTest> aRequiredFieldThatIsMissingIsNamed() {
        return Samples.all().stream()
                .map(samples -> samples.getFirst().getClass())
                .filter(type -> type.getRecordComponents()[0].getType() != List.class)
                .map(type -> DynamicTest.dynamicTest(
                        type.getSimpleName(), () -> assertThatThrownBy(() -> Wire.decode(EMPTY, type))
                                .isInstanceOf(Wire.UndecodableException.class)
                                .hasMessage("not a %s: field '%s' is required"
                                        .formatted(type.getSimpleName(), type.getRecordComponents()[0].getName()))));
    }

    @Test
    void aListThatIsMissingIsEmpty() throws Exception {
        assertThat(Wire.decode(EMPTY, PositionList.class)).isEqualTo(new PositionList(List.of()));
    }

    private static List<String> topLevelRecords() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Wire.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .filter(name -> MESSAGE.matcher(name).matches() && isRecord(name))
                    .toList();
        }
    }

    private static boolean isRecord(String name) {
        try {
            return Class.forName(name).isRecord();
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    private static String name(Record sample) {
        return sample.getClass().getSimpleName();
    }

    private static String json(Record sample) {
        return new String(Wire.encode(sample), StandardCharsets.UTF_8);
    }
}
