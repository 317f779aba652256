package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringside.provision.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file of shell functions, run in a folder. */
record SourcedScript(Path script, Path folder) {
    /** One of {@code infra/local}. */
    static SourcedScript in(Path folder, String name) {
        return new SourcedScript(Repository.find().root().resolve("infra/local").resolve(name), folder);
    }

    /** What the commands print after the script was sourced; they must succeed. */
    String run(String commands) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", "set -euo pipefail; source " + script + "\n" + commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
