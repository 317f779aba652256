package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorFolderTest {
    private final Path folder;

    FloorFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void oneFloorAtATimeOwnsAFolder() {
        try (FloorFolder first = FloorFolder.take(folder)) {
            assertThat(first.ready()).doesNotExist();
            assertThatThrownBy(() -> FloorFolder.take(folder))
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageContaining("another floor runs in");
        }
        FloorFolder.take(folder).close();
    }

    @Test
    void whatAKilledFloorLeftRunningIsEnded() throws Exception {
        Process leftover = new ProcessBuilder("sleep", "600").start();
        FloorFolder killed = FloorFolder.take(folder);
        killed.remember(Map.of("leftover", leftover.pid()));
        Path children = folder.resolve("children");
        String remembered = Files.readString(children);
        killed.close();
        Files.writeString(children, remembered);

        FloorFolder.take(folder).close();

        assertThat(leftover.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aProcessThatOnlyHasTheSameIdIsLeftAlone() throws IOException {
        Process innocent = new ProcessBuilder("sleep", "600").start();
        Files.writeString(folder.resolve("children"), innocent.pid() + " 2001-01-01T00:00:00Z\n");

        FloorFolder.take(folder).close();

        assertThat(innocent.isAlive()).isTrue();
        innocent.destroyForcibly();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> FloorFolder.take(file))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("cannot write in " + file)
                .hasMessageContaining("--data");
    }

    @Test
    void theLogsOfTheRunBeforeAreKept() throws IOException {
        FloorFolder.take(folder).close();
        Files.writeString(folder.resolve("logs/quotes.log"), "before");
        FloorFolder.take(folder).close();
        assertThat(folder.resolve("logs/quotes.log.1")).hasContent("before");
    }
}
