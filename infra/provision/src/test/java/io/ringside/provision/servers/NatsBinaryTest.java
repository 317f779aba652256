package io.ringside.provision.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule by which a server is chosen, on executables that only tell a version. */
class NatsBinaryTest {
    private final Path folder;
    private final Path cache;
    private final List<String> said = new ArrayList<>();

    NatsBinaryTest(@TempDir Path folder) {
        this.folder = folder;
        this.cache = folder.resolve("cache");
    }

    @Test
    void theFirstOnThePathThatSufficesIsTaken() throws IOException {
        Path old = server(folder.resolve("old"), "2.9.10");
        Path fit = server(folder.resolve("fit"), "2.12.3");
        server(folder.resolve("later"), "2.15.1");

        assertThat(find(List.of(), "old", "fit", "later")).isEqualTo(fit);
        assertThat(said).containsExactly("nats-server at " + old + " is 2.9.10, older than 2.12.3: not used");
    }

    @Test
    void theCacheServesWhenThePathDoesNot() throws IOException {
        Path cached = server(cache, "2.15.1");
        assertThat(find(List.of(), "nowhere")).isEqualTo(cached);
        assertThat(said).isEmpty();
    }

    @Test
    void whatNobodyHasIsFetchedOnceIntoTheCache() throws IOException {
        Path found = find(List.of(failing("first", "no network"), giving("second", "2.15.1")));

        assertThat(found).isEqualTo(cache.resolve("nats-server"));
        assertThat(said)
                .containsExactly(
                        "nats-server: getting first",
                        "nats-server: first: no network",
                        "nats-server: getting second",
                        "nats-server: kept at " + found);
        assertThat(find(List.of())).isEqualTo(found);
    }

    @Test
    void withoutAnyTheOneLineNamesEachCauseAndTheRemedy() {
        assertThatThrownBy(() -> find(List.of(failing("first", "no network"), giving("second", "2.9.10"))))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("no nats-server >= 2.12.3")
                .hasMessageContaining("set NATS_URL")
                .hasMessageContaining("first: no network; second is too old");
    }

    @ParameterizedTest
    @CsvSource({
        "nats-server: v2.15.1, 2.15.1, true",
        "nats-server: v2.12.3, 2.12.3, true",
        "nats-server: v2.12.2, 2.12.2, false",
        "nats-server: v2.9.10, 2.9.10, false",
        "v3.0.0-beta.1, 3.0.0, true"
    })
    void aVersionSufficesFromTheRequiredOneOn(String text, String version, boolean suffices) {
        assertThat(NatsVersion.in(text)).hasValueSatisfying(found -> {
            assertThat(found).hasToString(version);
            assertThat(found.suffices()).isEqualTo(suffices);
        });
    }

    @Test
    void aTextWithoutAVersionHasNone() {
        assertThat(NatsVersion.in("command not found")).isEmpty();
    }

    private Path find(List<NatsBinary.Origin> origins, String... path) {
        String joined = String.join(
                ":",
                List.of(path).stream()
                        .map(each -> folder.resolve(each).toString())
                        .toList());
        return new NatsBinary(joined, cache, origins, said::add).find();
    }

    private static Path server(Path folder, String version) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("nats-server");
        Files.writeString(file, "#!/bin/sh\necho nats-server: v" + version + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static NatsBinary.Origin failing(String name, String cause) {
        return origin(name, folder -> {
            throw new IOException(cause);
        });
    }

    private static NatsBinary.Origin giving(String name, String version) {
        return origin(name, folder -> server(folder, version));
    }

    private static NatsBinary.Origin origin(String name, Fetch fetch) {
        return new NatsBinary.Origin() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Path fetch(Path folder, Consumer<String> progress) throws IOException {
                return fetch.into(folder);
            }
        };
    }

    private interface Fetch {
        Path into(Path folder) throws IOException;
    }
}
