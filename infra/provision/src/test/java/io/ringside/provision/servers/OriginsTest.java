package io.ringside.provision.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.servers.DebianPackage.Mirror;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginsTest {
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
    void machinesAreKnownByTheNamesOfTheArchives() {
        assertThat(ReleaseArchive.machine("x86_64")).isEqualTo("amd64");
        assertThat(ReleaseArchive.machine("aarch64")).isEqualTo("arm64");
        assertThat(ReleaseArchive.machine("riscv64")).isEqualTo("riscv64");
    }

    @Test
    void toolsAreKeptWhereOneSaysOrBelowHome() {
        Path home = Path.of("/home/somebody");
        assertThat(ToolCache.folder(Map.of(), home)).isEqualTo(Path.of("/home/somebody/.cache/ringside"));
        assertThat(ToolCache.folder(Map.of("RINGSIDE_CACHE", "/tools"), home)).isEqualTo(Path.of("/tools"));
    }
}
