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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table of what to start, {@code infra/local/children.json}. The entrance is what people and programs connect to.
 */
@Serdeable
record Children(List<Child> children) {
    private static final int HEAP_MB_MAX = 192;
    private static final int DEVELOPMENT_SERVER_PORT = 5173;

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

    /** The programs, each with a port; people ask for the entrance's only, or for that of a balancer. */
    List<JvmChild> programs(
            Path repository, Path logs, Options options, Function<String, Map<String, String>> environment) {
        return children.stream()
                .flatMap(child -> instances(child, options).stream())
                .map(instance -> {
                    Path module = repository.resolve(instance.child().module());
                    EarlierLives lives = new EarlierLives(module, classPath(module));
                    return new JvmChild(
                            instance.name(),
                            repository,
                            command(lives, instance.child().main(), options.life()),
                            instance.port(),
                            instance.environment(
                                    environment.apply(instance.child().name()), options),
                            logs.resolve(instance.name() + ".log"),
                            lives.stopDeadline(options.life()));
                })
                .toList();
    }

    /** What stands behind the balancer, where there is one. */
    boolean isBehindBalancer(JvmChild program) {
        return children.stream()
                .anyMatch(child -> child.isEntrance() && program.name().startsWith(child.name() + '-'));
    }

    private static List<Instance> instances(Child child, Options options) {
        if (!child.isEntrance()) {
            return List.of(new Instance(child, child.name(), FreePort.find(), false));
        }
        if (options.gateways() == 1) {
            return List.of(new Instance(child, child.name(), options.port(), false));
        }
        return IntStream.rangeClosed(1, options.gateways())
                .mapToObj(number -> new Instance(child, child.name() + '-' + number, FreePort.find(), true))
                .toList();
    }

    /** One process of a program. */
    private record Instance(Child child, String name, int port, boolean behindBalancer) {
        Map<String, String> environment(Map<String, String> shared, Options options) {
            Map<String, String> all = new HashMap<>(shared);
            if (child.isEntrance()) {
                all.put("RINGSIDE_SOCKET_NODE", name);
                if (options.has(Options.Extra.CONFORMANCE)) {
                    all.put("MICRONAUT_ENVIRONMENTS", "conformance");
                }
            }
            if (behindBalancer) {
                all.put("RINGSIDE_SOCKET_ORIGINS", origins(options.port()));
            }
            return all;
        }

        /** Pages come from the balancer's port, of which a gateway knows nothing by itself. */
        private static String origins(int entrance) {
            return Stream.of("localhost", "127.0.0.1", "[::1]")
                    .flatMap(host ->
                            Stream.of(entrance, DEVELOPMENT_SERVER_PORT).map(port -> "http://" + host + ':' + port))
                    .collect(Collectors.joining(","));
        }
    }

    private static List<String> command(EarlierLives lives, String main, EarlierLives.Life life) {
        List<String> words = new ArrayList<>(List.of(
                JAVA.toString(),
                "-Xmx" + HEAP_MB_MAX + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        words.addAll(lives.options(life));
        words.addAll(List.of("-cp", lives.classPath(), main));
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
