package io.ringside.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.ProvisionException;
import io.ringside.provision.Repository;
import io.ringside.provision.servers.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole floor on real servers; its programs are two small ones that only serve their health. */
class LocalFloorTest {
    private static final long DEADLINE_S = 120;

    private final Path folder;
    private final Repository repository;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    LocalFloorTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.repository = SmallRepository.below(folder);
    }

    @Test
    void servesTellsWhereHealsAndLeavesNothingBehind() throws Exception {
        Options options = options(FreePort.find());
        Path ready = options.data().resolve("ready.json");
        List<Long> pids;
        try (LocalFloor floor = floor(options)) {
            floor.start(new SecureRandom());
            String before = Files.readString(ready);
            assertThat(before)
                    .contains("\"address\":\"http://127.0.0.1:" + options.port())
                    .contains("\"user\":\"ringside_observer\"");
            assertThat(pid(before, "entrance")).isPositive();

            String after = killedAndBack(options.data(), before, "nats-server");
            assertThat(pid(after, "nats-server")).isNotEqualTo(pid(before, "nats-server"));
            String healed = killedAndBack(options.data(), after, "position");
            assertThat(pid(healed, "position")).isNotEqualTo(pid(before, "position"));
            pids = List.of(pid(healed, "nats-server"), pid(healed, "postgres"), pid(healed, "position"));
            assertThatThrownBy(() -> floor(options(FreePort.find()))).hasMessageContaining("another floor runs in");
        }
        assertThat(ready).doesNotExist();
        assertThat(pids)
                .allMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("PostgreSQL on", "nats-server on", "streams: ", "demo data: ", "sign in as", "stopped");
    }

    @Test
    void everyProgramLogsInAsItselfWithAPasswordThatNobodyElseReads() throws Exception {
        Options options = options(FreePort.find());
        try (LocalFloor floor = floor(options)) {
            floor.start(new SecureRandom());
            String ready = Files.readString(options.data().resolve("ready.json"));
            String passwords = Files.readString(options.data().resolve("passwords.json"));

            assertThat(SmallRepository.loginOf(ready, "position")).isEqualTo("ringside_position");
            assertThat(SmallRepository.loginOf(ready, "entrance")).isEqualTo("nobody");
            assertThat(passwords).contains("\"ringside_position\":", "\"postgres\":");
            for (String file : List.of("ready.json", "passwords.json")) {
                assertThat(PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(options.data().resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void severalGatewaysServeBehindOnePortAndAreHealedOneByOne() throws Exception {
        Options options =
                new Options("simulator", FreePort.find(), 2, folder.resolve("data"), Set.of(Options.Extra.BRIEF));
        try (LocalFloor floor = floor(options)) {
            floor.start(new SecureRandom());
            String before = Files.readString(options.data().resolve("ready.json"));
            assertThat(before).contains("\"address\":\"http://127.0.0.1:" + options.port());
            assertThat(List.of(settingOf(options.port(), "NODE"), settingOf(options.port(), "NODE")))
                    .containsExactly("entrance-1", "entrance-2");
            assertThat(settingOf(options.port(), "ORIGINS")).contains("http://127.0.0.1:" + options.port());

            String after = killedAndBack(options.data(), before, "entrance-1");
            assertThat(pid(after, "entrance-2")).isEqualTo(pid(before, "entrance-2"));
            assertThat(SmallRepository.number(after, "ports", "entrance-1"))
                    .isEqualTo(SmallRepository.number(before, "ports", "entrance-1"));
        }
    }

    @Test
    void anOperatorHasTheServersAlone() throws Exception {
        Options options = new Options(
                "simulator", FreePort.find(), 1, folder.resolve("data"), Set.of(Options.Extra.SERVERS_ONLY));
        try (LocalFloor floor = floor(options)) {
            floor.start(new SecureRandom());
            String ready = Files.readString(options.data().resolve("ready.json"));

            assertThat(ready).contains("\"nats\":\"nats://", "\"url\":\"jdbc:postgresql://");
            assertThat(pid(ready, "postgres")).isPositive();
            assertThat(pid(ready, "nats-server")).isPositive();
            assertThat(ready).doesNotContain("\"position\"", "\"entrance\"");
            assertThat(Files.readString(options.data().resolve("passwords.json")))
                    .contains("\"ringside_operator\":");
        }
    }

    @Test
    void aPortInUseIsNamedWithItsRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> floor(options(taken.getLocalPort())))
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use")
                    .hasMessageContaining("--port");
        }
    }

    /** Kills a process and returns what the file says once it has been written anew. */
    private static String killedAndBack(Path data, String before, String name) throws Exception {
        try (WatchService changes = data.getFileSystem().newWatchService()) {
            data.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            ProcessHandle.of(pid(before, name)).orElseThrow().destroyForcibly();
            while (!isAnother(Files.readString(data.resolve("ready.json")), before, name)) {
                WatchKey key = changes.poll(DEADLINE_S, TimeUnit.SECONDS);
                assertThat(key).as(name + " comes back").isNotNull();
                key.pollEvents();
                key.reset();
            }
            return Files.readString(data.resolve("ready.json"));
        }
    }

    private static boolean isAnother(String ready, String before, String name) {
        Matcher found =
                Pattern.compile("\"processes\":\\{[^}]*\"" + name + "\":(\\d+)").matcher(ready);
        return found.find() && Long.parseLong(found.group(1)) != pid(before, name);
    }

    /** What the small program that one reaches there was told about its socket. */
    private static String settingOf(int port, String name) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + "/socket/" + name);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static long pid(String ready, String name) {
        return SmallRepository.number(ready, "processes", name);
    }

    private Options options(int port) {
        return new Options("simulator", port, 1, folder.resolve("data"), Set.of(Options.Extra.BRIEF));
    }

    private LocalFloor floor(Options options) {
        return new LocalFloor(repository, options, Map.of(), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}
