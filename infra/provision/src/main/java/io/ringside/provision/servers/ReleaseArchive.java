package io.ringside.provision.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A pinned release of the nats-server project, used only when its bytes are the ones that were pinned. */
final class ReleaseArchive implements NatsBinary.Origin {
    private static final String VERSION = "2.14.5";
    private static final Map<String, String> SHA256_BY_MACHINE = Map.of(
            "amd64", "5e3b603d47c447bda1f77f9ac16dbf91c90aac4ff3681f8fbbc7201e4ed99355",
            "arm64", "673a98d3faa79dde3f9ebf16d6dfac36a5f694e7ad2015e4954dd7939c85cd4c");
    private static final URI RELEASES = URI.create("https://github.com/nats-io/nats-server/releases/download/");
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(3);
    private static final Duration DOWNLOAD_DEADLINE = Duration.ofSeconds(120);
    private static final Duration UNPACK_DEADLINE = Duration.ofSeconds(30);

    private final URI releases;
    private final Map<String, String> pins;

    ReleaseArchive() {
        this(RELEASES, SHA256_BY_MACHINE);
    }

    ReleaseArchive(URI releases, Map<String, String> pins) {
        this.releases = releases;
        this.pins = pins;
    }

    @Override
    public String name() {
        return "release " + VERSION + " of the nats-server project";
    }

    @Override
    public Path fetch(Path folder, Consumer<String> progress) throws IOException {
        String machine = machine(System.getProperty("os.arch"));
        String pinned = pins.get(machine);
        if (pinned == null || !System.getProperty("os.name").equals("Linux")) {
            throw new IOException("no archive is pinned for " + System.getProperty("os.name") + " on " + machine);
        }
        String stem = "nats-server-v" + VERSION + "-linux-" + machine;
        URI address = releases.resolve("v" + VERSION + "/" + stem + ".tar.gz");
        progress.accept("nats-server: downloading " + address);
        Path archive = folder.resolve("archive.tar.gz");
        download(address, archive);
        requireSha256(archive, pinned);
        Command unpacked =
                Command.run(UNPACK_DEADLINE, List.of("tar", "-xzf", archive.toString(), "-C", folder.toString()));
        if (!unpacked.succeeded()) {
            throw new IOException(unpacked.lastLine());
        }
        return folder.resolve(stem).resolve("nats-server");
    }

    static String machine(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> architecture;
        };
    }

    static void requireSha256(Path file, String pinned) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String found = HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
            if (!found.equals(pinned)) {
                throw new IOException("the archive's sha256 is " + found + ", pinned is " + pinned);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void download(URI address, Path target) throws IOException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_DEADLINE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(DOWNLOAD_DEADLINE).build();
            HttpResponse<Path> answer = client.send(request, HttpResponse.BodyHandlers.ofFile(target));
            if (answer.statusCode() != 200) {
                throw new IOException(address.getHost() + " answered " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new IOException("cannot download from " + address.getHost() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while downloading", e);
        }
    }
}
