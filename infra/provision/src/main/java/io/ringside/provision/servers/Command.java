package io.ringside.provision.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of an external tool: its exit code and what it printed. */
record Command(int exit, String output) {
    /** Runs to the end or to the deadline, whichever comes first. */
    static Command run(Duration deadline, List<String> words) throws IOException {
        return run(deadline, Path.of("").toAbsolutePath(), words);
    }

    static Command run(Duration deadline, Path folder, List<String> words) throws IOException {
        return run(deadline, folder, words, Path.of("/dev/null"));
    }

    static Command run(Duration deadline, Path folder, List<String> words, Path input) throws IOException {
        Path output = Files.createTempFile("ringside", ".out");
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(input.toFile()))
                    .start();
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Command(-1, words.getFirst() + " did not end within " + deadline.toSeconds() + " s");
            }
            return new Command(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while running " + words.getFirst(), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    boolean succeeded() {
        return exit == 0;
    }

    /** The last line that says something, for one-line messages. */
    String lastLine() {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce("", (before, line) -> line)
                .strip();
    }
}
