package io.ringside.local;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.local.supervision.JvmChild;
import io.ringside.provision.ProvisionException;
import io.ringside.provision.servers.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The table of what to start, {@code infra/local/children.json}. The entrance is what people and programs connect to.
 */
@Serdeable
record Children(List<Child> children) {
    private static final int HEAP_MB_MAX = 192;
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(15);
    /** Writing down what was learned takes processor time, and all programs do it at once. */
    private static final Duration STOP_DEADLINE_RECORDING = Duration.ofSeconds(90);

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** One program: its module, which the build has given a class path file, and its main class. */
    @Serdeable
    record Child(
            String name,
            String module,
            String main,
            @Nullable Boolean entrance) {
        boolean isEntrance() {
            return Boolean.TRUE.equals(entrance);
        }
    }

    static Children read(Path repository) {
        Path file = repository.resolve("infra/local/children.json");
        try {
            return Objects.requireNonNull(
                    ObjectMapper.getDefault().readValue(Files.readAllBytes(file), Argument.of(Children.class)));
        } catch (IOException e) {
            throw new ProvisionException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The programs, each with a port; only the entrance's is asked for by people. */
    List<JvmChild> programs(
            Path repository, Path logs, Options options, Function<String, Map<String, String>> environment) {
        boolean recording = options.has(Options.Extra.RECORD);
        return children.stream()
                .map(child -> new JvmChild(
                        child.name(),
                        repository,
                        command(repository.resolve(child.module()), child.main(), recording),
                        child.isEntrance() ? options.port() : FreePort.find(),
                        environment.apply(child.name()),
                        logs.resolve(child.name() + ".log"),
                        recording ? STOP_DEADLINE_RECORDING : STOP_DEADLINE))
                .toList();
    }

    private static List<String> command(Path module, String main, boolean recording) {
        List<String> words = new ArrayList<>(List.of(
                JAVA.toString(),
                "-Xmx" + HEAP_MB_MAX + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        String classPath = classPath(module);
        words.addAll(new EarlierLives(module, classPath).options(recording));
        words.addAll(List.of("-cp", classPath, main));
        return words;
    }

    private static String classPath(Path module) {
        Path file = module.resolve("target/classpath");
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ProvisionException(module.getFileName() + " is not built: run infra/up without --no-build", e);
        }
    }
}
