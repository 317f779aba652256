package io.ringside.provision.servers;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The nats-server to run: the first that suffices of PATH, the tool cache, and what can be obtained. Each step is told,
 * and so is why it did not serve.
 */
public final class NatsBinary {
    private static final Duration VERSION_DEADLINE = Duration.ofSeconds(30);

    private final String path;
    private final Path cache;
    private final List<Origin> origins;
    private final Consumer<String> progress;

    NatsBinary(String path, Path cache, List<Origin> origins, Consumer<String> progress) {
        this.path = path;
        this.cache = cache;
        this.origins = List.copyOf(origins);
        this.progress = progress;
    }

    /** Finds or obtains it. */
    public static Path obtain(Consumer<String> progress) {
        return new NatsBinary(
                        Objects.requireNonNullElse(System.getenv("PATH"), ""),
                        ToolCache.folder(),
                        List.of(new DebianPackage(), new ReleaseArchive()),
                        progress)
                .find();
    }

    Path find() {
        for (Path candidate : candidates()) {
            if (serves(candidate)) {
                return candidate;
            }
        }
        return obtainFromOrigins();
    }

    private List<Path> candidates() {
        List<Path> found = new ArrayList<>();
        for (String folder : path.split(":", -1)) {
            if (!folder.isBlank()) {
                found.add(Path.of(folder, "nats-server"));
            }
        }
        found.add(cached());
        return found.stream().filter(Files::isExecutable).toList();
    }

    private boolean serves(Path candidate) {
        Optional<NatsVersion> version = versionOf(candidate);
        if (version.filter(NatsVersion::suffices).isPresent()) {
            return true;
        }
        progress.accept("nats-server at " + candidate + " is "
                + version.map(found -> found + ", older than " + NatsVersion.REQUIRED)
                        .orElse("not one that tells its version")
                + ": not used");
        return false;
    }

    private Path obtainFromOrigins() {
        List<String> causes = new ArrayList<>();
        for (Origin origin : origins) {
            try {
                progress.accept("nats-server: getting " + origin.name());
                Files.createDirectories(cache);
                Path fresh = Files.createTempDirectory(cache, "nats-server-");
                Files.move(origin.fetch(fresh, progress), cached(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                Folders.delete(fresh);
                if (serves(cached())) {
                    progress.accept("nats-server: kept at " + cached());
                    return cached();
                }
                causes.add(origin.name() + " is too old");
            } catch (IOException e) {
                causes.add(origin.name() + ": " + e.getMessage());
                progress.accept("nats-server: " + causes.getLast());
            }
        }
        throw new ProvisionException("no nats-server >= " + NatsVersion.REQUIRED + ": put one on PATH or at " + cached()
                + ", or set NATS_URL to a running one (tried " + String.join("; ", causes) + ")");
    }

    private Path cached() {
        return cache.resolve("nats-server");
    }

    private static Optional<NatsVersion> versionOf(Path binary) {
        try {
            return NatsVersion.in(Command.run(VERSION_DEADLINE, List.of(binary.toString(), "--version"))
                    .output());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A place that a nats-server can be fetched from. */
    interface Origin {
        /** What is fetched, as a person would say it. */
        String name();

        /** Fetches it below the folder and returns the executable. */
        Path fetch(Path folder, Consumer<String> progress) throws IOException;
    }
}
