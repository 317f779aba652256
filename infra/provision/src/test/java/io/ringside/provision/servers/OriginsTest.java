package io.ringside.provision.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.ringside.provision.servers.DebianPackage.Mirror;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String PACKAGE_REPOSITORIES = """
            http://tools.example/apt/|nodistro|nodistro|main|/etc/apt/sources.list.d/tools.list:1
            http://mirror.example/debian/|oldstable-updates|Debian|main|/etc/apt/sources.list.d/debian.sources:1
            http://mirror.example/debian/|oldstable|Debian|contrib|/etc/apt/sources.list.d/debian.sources:1
            http://mirror.example/debian/|oldstable|Debian|main|/etc/apt/sources.list.d/debian.sources:1
            http://mirror.example/debian-security/|oldstable-security|Debian|main|/etc/apt/sources.list:2
            """;

    @Test
    void theMirrorOfTheMainArchiveIsTheOneOfAWholeSuite() {
        assertThat(Mirror.mainArchive(PACKAGE_REPOSITORIES))
                .contains(new Mirror(
                        "http://mirror.example/debian/", "Debian", "/etc/apt/sources.list.d/debian.sources"));
        assertThat(Mirror.mainArchive("http://tools.example/apt/|nodistro|nodistro|main|/x:1\n"))
                .isEmpty();
        assertThat(Mirror.mainArchive("")).isEmpty();
    }

    @Test
    void anArchiveWithOtherBytesThanThePinnedOnesIsRefused(@TempDir Path folder) throws IOException {
        Path archive = Files.writeString(folder.resolve("archive"), "abc");
        String right = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        ReleaseArchive.requireSha256(archive, right);
        assertThatThrownBy(() -> ReleaseArchive.requireSha256(archive, right.replace('b', 'c')))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(right);
    }

    @Test
    void thePackageIsFetchedThroughAptInAFolderOfItsOwnAndUnpacked(@TempDir Path folder) throws IOException {
        Path apt = tool(folder, "apt-get", """
                case "$*" in
                  *indextargets*) echo "http://mirror.example/debian/|oldstable|Debian|main|/no/such/file:1" ;;
                  *update) grep -q " testing main" sources.list ;;
                  *download*) touch nats-server_9.9.9_amd64.deb ;;
                esac
                """);
        Path dpkg = tool(folder, "dpkg", "mkdir -p \"$3/usr/sbin\" && echo unpacked >\"$3/usr/sbin/nats-server\"\n");
        List<String> said = new ArrayList<>();

        Path found = new DebianPackage(apt.toString(), dpkg.toString()).fetch(folder, said::add);

        assertThat(found).hasContent("unpacked");
        assertThat(said)
                .containsExactly(
                        "nats-server: reading the signed index of suite unstable at http://mirror.example/debian/",
                        "nats-server: reading the signed index of suite testing at http://mirror.example/debian/",
                        "nats-server: downloading the package");
    }

    @Test
    void aSystemWithoutAptOrMirrorSaysSo(@TempDir Path folder) throws IOException {
        Path silent = tool(folder, "apt-get", "exit 0\n");
        assertThatThrownBy(() -> new DebianPackage(folder + "/none", "dpkg").fetch(folder, line -> {}))
                .hasMessageContaining("has no apt-get");
        assertThatThrownBy(() -> new DebianPackage(silent.toString(), "dpkg").fetch(folder, line -> {}))
                .hasMessageContaining("knows no Debian mirror");
    }

    @Test
    void theReleaseIsDownloadedCheckedAndUnpacked(@TempDir Path folder) throws Exception {
        String stem = "nats-server-v2.14.5-linux-" + ReleaseArchive.machine(System.getProperty("os.arch"));
        Path content = Files.createDirectories(folder.resolve(stem));
        Files.writeString(content.resolve("nats-server"), "unpacked");
        Path archive = folder.resolve("served.tar.gz");
        Command.run(DEADLINE, folder, List.of("tar", "-czf", archive.toString(), stem));
        String pin =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive)));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2.14.5/" + stem + ".tar.gz", exchange -> {
            exchange.sendResponseHeaders(200, Files.size(archive));
            Files.copy(archive, exchange.getResponseBody());
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        Path target = Files.createDirectories(folder.resolve("target"));
        String machine = ReleaseArchive.machine(System.getProperty("os.arch"));

        assertThat(new ReleaseArchive(address, Map.of(machine, pin)).fetch(target, line -> {}))
                .hasContent("unpacked");
        assertThatThrownBy(() ->
                        new ReleaseArchive(address.resolve("/gone/"), Map.of(machine, pin)).fetch(target, line -> {}))
                .hasMessageContaining("answered 404");
        server.stop(0);
        assertThatThrownBy(() -> new ReleaseArchive(address, Map.of(machine, pin)).fetch(target, line -> {}))
                .hasMessageContaining("cannot download from 127.0.0.1");
        assertThatThrownBy(() -> new ReleaseArchive(address, Map.of()).fetch(target, line -> {}))
                .hasMessageContaining("no archive is pinned");
    }

    private static Path tool(Path folder, String name, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void machinesAreKnownByTheNamesOfTheArchives() {
        assertThat(ReleaseArchive.machine("x86_64")).isEqualTo("amd64");
        assertThat(ReleaseArchive.machine("aarch64")).isEqualTo("arm64");
        assertThat(ReleaseArchive.machine("riscv64")).isEqualTo("riscv64");
    }

    @Test
    void toolsAreKeptWhereOneSaysOrBelowHome() {
        Path home = Path.of("/somebody");
        assertThat(ToolCache.folder(Map.of(), home)).isEqualTo(Path.of("/somebody/.cache/ringside"));
        assertThat(ToolCache.folder(Map.of("RINGSIDE_CACHE", "/tools"), home)).isEqualTo(Path.of("/tools"));
    }
}
