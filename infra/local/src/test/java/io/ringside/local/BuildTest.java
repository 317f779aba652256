package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When {@code infra/up} builds again though no source has changed. */
class BuildTest {
    private final Path folder;

    BuildTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void build() throws IOException {
        file("build/java.stamp", "");
        file("build/web.stamp", "");
        file("realtime-gateway/web/dist/index.html", "");
        file("program/target/program.jar", "");
        file("library/target/library.jar", "");
        file("program/target/classpath", "program/target/program.jar:library/target/library.jar");
    }

    @Test
    void whatIsThereIsKept() throws Exception {
        assertThat(stampsLeft()).isEqualTo("java.stamp\nweb.stamp");
    }

    @Test
    void aProgramThatWasCleanedAwayIsBuiltAgain() throws Exception {
        Files.delete(folder.resolve("program/target/program.jar"));
        Files.delete(folder.resolve("program/target/classpath"));
        assertThat(stampsLeft()).isEqualTo("web.stamp");
    }

    @Test
    void aLibraryThatWasCleanedAwayIsBuiltAgain() throws Exception {
        Files.delete(folder.resolve("library/target/library.jar"));
        assertThat(stampsLeft()).isEqualTo("web.stamp");
    }

    @Test
    void aWebAppThatWasCleanedAwayIsBuiltAgain() throws Exception {
        Files.delete(folder.resolve("realtime-gateway/web/dist/index.html"));
        assertThat(stampsLeft()).isEqualTo("java.stamp");
    }

    @Test
    void aWebAppThatItsVerificationBuiltIsBuiltAgainOnlyWhenItChanged() throws Exception {
        file("realtime-gateway/client/source.ts", "one");
        String told = SourcedScript.in(folder, "build.sh").run("""
                web_is_built
                build_part web infra/local/target/build "$(web_stamp)" false
                echo two >realtime-gateway/client/source.ts
                build_part web infra/local/target/build "$(web_stamp)" true
                """);
        assertThat(told).contains("web: nothing changed", "web: building", "web: built in");
    }

    private String stampsLeft() throws Exception {
        return SourcedScript.in(folder, "build.sh").run("""
                program_modules() { echo program; }
                forget_cleaned build
                ls build
                """);
    }

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
