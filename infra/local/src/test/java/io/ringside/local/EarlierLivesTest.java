package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.local.EarlierLives.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierLivesTest {
    private static final Instant BUILT = Instant.parse("2026-11-22T08:00:00Z");

    private Path module;
    private Path jar;
    private Path library;
    private EarlierLives lives;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        module = folder;
        jar = file("target/program.jar", BUILT);
        library = file("library.jar", BUILT.minusSeconds(3_600));
        lives = new EarlierLives(module, jar + ":" + library);
    }

    @Test
    void aTrainedProgramStartsWithWhatItLearned() throws IOException {
        Path cache = file("target/program.aot", BUILT.plusSeconds(60));
        assertThat(lives.options(Life.LASTING)).containsExactly("-XX:AOTCache=" + cache);
    }

    @Test
    void whatItLearnedBeforeSomethingWasBuiltAgainIsNotUsed() throws IOException {
        file("target/program.aot", BUILT.plusSeconds(60));
        Files.setLastModifiedTime(library, FileTime.from(BUILT.plusSeconds(61)));
        assertThat(lives.options(Life.LASTING))
                .contains("-XX:SharedArchiveFile=" + module.resolve("target/classes.jsa"))
                .noneMatch(option -> option.contains("AOT"));
    }

    @Test
    void anUntrainedProgramStartsWithItsClassesParsed() {
        assertThat(lives.options(Life.LASTING))
                .contains("-XX:+AutoCreateSharedArchive")
                .noneMatch(option -> option.contains("AOT"));
    }

    @Test
    void aProgramThatIsRecordedUsesNoEarlierLife() throws IOException {
        file("target/program.aot", BUILT.plusSeconds(60));
        assertThat(lives.options(Life.RECORDED))
                .containsExactly(
                        "-XX:AOTMode=record", "-XX:AOTConfiguration=" + module.resolve("target/program.aotconf"));
    }

    @Test
    void aBriefLifeDoesWithoutTheSecondCompilerAndKeepsNothing() {
        assertThat(lives.options(Life.BRIEF)).containsExactly("-XX:TieredStopAtLevel=1");
    }

    @Test
    void aBriefLifeOfATrainedProgramUsesWhatItLearned() throws IOException {
        Path cache = file("target/program.aot", BUILT.plusSeconds(60));
        assertThat(lives.options(Life.BRIEF)).containsExactly("-XX:AOTCache=" + cache);
    }

    @Test
    void whoWritesAtItsEndIsGivenTheTime() throws IOException {
        assertThat(lives.stopDeadline(Life.LASTING)).isEqualTo(Duration.ofSeconds(90));
        assertThat(lives.stopDeadline(Life.RECORDED)).isEqualTo(Duration.ofSeconds(90));
        assertThat(lives.stopDeadline(Life.BRIEF)).isEqualTo(Duration.ofSeconds(15));
        file("target/program.aot", BUILT.plusSeconds(60));
        assertThat(lives.stopDeadline(Life.LASTING)).isEqualTo(Duration.ofSeconds(15));
        assertThat(lives.stopDeadline(Life.RECORDED)).isEqualTo(Duration.ofSeconds(90));
    }

    private Path file(String name, Instant modified) throws IOException {
        Path file = module.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
