package io.ringside.benchmarks.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The flags of a measured Java program: those of {@code infra/up}. */
final class JavaFlags {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private JavaFlags() {}

    static List<String> of(int heapMb, String... more) {
        return Stream.concat(
                        Stream.of("-Xmx" + heapMb + 'm', "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"),
                        Arrays.stream(more))
                .toList();
    }

    static List<String> command(List<String> flags, String classPath, String main, String... words) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(flags);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", classPath, main));
        command.addAll(List.of(words));
        return command;
    }

    /** The flags without the folders of the machine. */
    static String shown(List<String> flags) {
        return flags.stream().map(flag -> flag.replaceAll("=/.*/", "=")).collect(Collectors.joining(" "));
    }
}
