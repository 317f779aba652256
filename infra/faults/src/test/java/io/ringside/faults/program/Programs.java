package io.ringside.faults.program;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.ringside.provision.Repository;
import io.ringside.provision.servers.ChildProcess;
import io.ringside.provision.servers.FreePort;
import io.ringside.testkit.Eventually;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs of {@code infra/local/children.json} as processes, each with its own part of the class path. */
public final class Programs implements AutoCloseable {
    private static final Path ROOT = Repository.find().root();
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(15);
    private static final int OK = 200;
    /** A library that reads tables when it is started: for programs that name it alone. */
    private static final Program REFERENCE = new Program("reference", "functions/libraries/reference", "");

    private final Map<String, Program> programs = declared();
    private final Map<Integer, ChildProcess> running = new ConcurrentHashMap<>();
    private final Path logs;

    /** @param logs where their output goes */
    public Programs(Path logs) {
        this.logs = logs;
        // Whoever started them may fail half-way, or be stopped in the middle: then they go too.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "programs-end"));
    }

    private record Program(String name, String module, String main) {
        /** Whether an entry of a class path is this program's own, as a folder of classes or as an archive. */
        boolean owns(String entry) {
            return entry.startsWith(ROOT.resolve(module).resolve("target") + File.separator)
                    || Pattern.compile("/io/ringside/" + Pattern.quote(name) + '/')
                            .matcher(entry)
                            .find();
        }

        boolean names(Program library) {
            try {
                return Files.readString(ROOT.resolve(module).resolve("pom.xml"))
                        .contains("<artifactId>" + library.name() + "</artifactId>");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts one; gives the port that it serves on. */
    public int start(String name, Map<String, String> environment, List<String> options) {
        int port = FreePort.find();
        start(name, port, environment, options);
        return port;
    }

    /** Starts one on a port on which none of them serves. */
    public void start(String name, int port, Map<String, String> environment, List<String> options) {
        Program program = Objects.requireNonNull(programs.get(name), name);
        Map<String, String> all = new HashMap<>(environment);
        all.put("MICRONAUT_SERVER_PORT", Integer.toString(port));
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        words.addAll(options);
        words.addAll(List.of("-cp", classPath(program), program.main()));
        running.put(port, ChildProcess.start(words, all, ROOT, logs.resolve(name + '-' + port + ".log")));
    }

    /** {@code kill -9} to the one that serves on a port. */
    public void kill(int port) {
        Objects.requireNonNull(running.remove(port)).kill();
    }

    /** Stops the one that serves on a port in order; returns when it is gone. */
    public void stop(int port) {
        Objects.requireNonNull(running.remove(port)).stop("TERM", STOP_DEADLINE);
    }

    /** Waits until all serve. */
    public void awaitReady() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            running.forEach((port, process) -> Eventually.holds("what serves on " + port + " is ready", () -> {
                if (!process.isAlive()) {
                    throw new AssertionError("a program ended at its start: " + said());
                }
                return isReady(http, port);
            }));
        }
    }

    /** The end of what each has said. */
    public String said() {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(Files::isRegularFile).map(Programs::end).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        running.values().forEach(process -> process.stop("TERM", STOP_DEADLINE));
    }

    private static boolean isReady(HttpClient http, int port) {
        URI readiness = URI.create("http://127.0.0.1:" + port + "/health/readiness");
        try {
            return http.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Its own classes first, and those of no other program: beans and settings are found by looking around. */
    private String classPath(Program program) {
        List<String> entries = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        String tests = ROOT.resolve("infra") + File.separator;
        Stream<String> shared = entries.stream()
                .filter(entry -> !entry.startsWith(tests))
                .filter(entry -> programs.values().stream().noneMatch(other -> other.owns(entry)))
                .filter(entry -> program.names(REFERENCE) || !REFERENCE.owns(entry));
        return Stream.concat(entries.stream().filter(program::owns), shared)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return log.getFileName() + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Program> declared() {
        try {
            byte[] file = Files.readAllBytes(ROOT.resolve("infra/local/children.json"));
            JsonNode tree =
                    Objects.requireNonNull(ObjectMapper.getDefault().readValue(file, Argument.of(JsonNode.class)));
            Map<String, Program> found = new HashMap<>();
            for (JsonNode child : Objects.requireNonNull(tree.get("children")).values()) {
                Program program = new Program(text(child, "name"), text(child, "module"), text(child, "main"));
                found.put(program.name(), program);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode child, String field) {
        return Objects.requireNonNull(child.get(field), field).getStringValue();
    }
}
