package io.ringside.provision.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The package of the newest suite that the configured mirror offers, through apt's signed index, unpacked and not
 * installed. apt works in a folder of its own here: the system's lists and sources stay as they are.
 */
final class DebianPackage implements NatsBinary.Origin {
    private static final Duration STEP_DEADLINE = Duration.ofSeconds(120);
    private static final String CONNECT_SECONDS_MAX = "5";
    private static final List<String> SUITES_NEWEST_FIRST = List.of("unstable", "testing", "stable");
    private static final Pattern SIGNED_BY = Pattern.compile("(?i)signed-by\\s*[:=]\\s*(/[^\\s\\]]+)");
    private static final Path KEYRINGS = Path.of("/usr/share/keyrings");

    private final String aptGet;
    private final String dpkg;

    DebianPackage() {
        this("apt-get", "dpkg");
    }

    DebianPackage(String aptGet, String dpkg) {
        this.aptGet = aptGet;
        this.dpkg = dpkg;
    }

    /** One mirror that the system is set up with. */
    record Mirror(String address, String origin, String sourceFile) {
        /** The mirrors in what {@code apt-get indextargets} printed as address|suite|origin|component|source. */
        static Optional<Mirror> mainArchive(String printed) {
            return printed.lines()
                    .map(line -> line.split("\\|", -1))
                    .filter(row -> row.length == 5 && row[3].equals("main") && !row[1].contains("-"))
                    .filter(row -> row[2].equals("Debian"))
                    .findFirst()
                    .map(row -> new Mirror(row[0], row[2], row[4].replaceFirst(":\\d+$", "")));
        }
    }

    @Override
    public String name() {
        return "the Debian package of the newest suite";
    }

    @Override
    public Path fetch(Path folder, Consumer<String> progress) throws IOException {
        Mirror mirror = mirror();
        String keyring =
                keyring(mirror).map(path -> "[signed-by=" + path + "] ").orElse("");
        for (String suite : SUITES_NEWEST_FIRST) {
            progress.accept("nats-server: reading the signed index of suite " + suite + " at " + mirror.address());
            Files.writeString(
                    folder.resolve("sources.list"), "deb " + keyring + mirror.address() + " " + suite + " main\n");
            if (apt(folder, "update").succeeded()) {
                return unpack(folder, progress);
            }
        }
        throw new IOException(
                mirror.address() + " offers none of the suites " + SUITES_NEWEST_FIRST + " (look at apt-get update)");
    }

    private Mirror mirror() throws IOException {
        List<String> words = List.of(
                aptGet,
                "indextargets",
                "--format",
                "$(REPO_URI)|$(SUITE)|$(ORIGIN)|$(COMPONENT)|$(SOURCESENTRY)",
                "Created-By: Packages");
        Command listed;
        try {
            listed = Command.run(STEP_DEADLINE, words);
        } catch (IOException e) {
            throw new IOException("this system has no apt-get", e);
        }
        return Mirror.mainArchive(listed.output())
                .orElseThrow(() -> new IOException("apt knows no Debian mirror here; run apt-get update once"));
    }

    /** The keyring that the mirror's own entry names, else the distribution's; none leaves it to apt's trusted keys. */
    private static Optional<Path> keyring(Mirror mirror) throws IOException {
        Path entry = Path.of(mirror.sourceFile());
        if (Files.isReadable(entry)) {
            Matcher named = SIGNED_BY.matcher(Files.readString(entry));
            if (named.find()) {
                return Optional.of(Path.of(named.group(1)));
            }
        }
        return Optional.of(KEYRINGS.resolve("debian-archive-keyring.gpg")).filter(Files::isReadable);
    }

    private Path unpack(Path folder, Consumer<String> progress) throws IOException {
        progress.accept("nats-server: downloading the package");
        require(apt(folder, "download", "nats-server"));
        Path archive;
        try (Stream<Path> files = Files.list(folder)) {
            archive = files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("apt-get download left no package"));
        }
        Path unpacked = folder.resolve("unpacked");
        require(Command.run(STEP_DEADLINE, List.of(dpkg, "-x", archive.toString(), unpacked.toString())));
        return unpacked.resolve("usr/sbin/nats-server");
    }

    private Command apt(Path folder, String... words) throws IOException {
        Files.createDirectories(folder.resolve("lists/partial"));
        Files.createDirectories(folder.resolve("cache/archives/partial"));
        List<String> command = new ArrayList<>(List.of(aptGet, "-q"));
        Stream.of(
                        "Dir::Etc::sourcelist=" + folder.resolve("sources.list"),
                        "Dir::Etc::sourceparts=/dev/null",
                        "Dir::State::lists=" + folder.resolve("lists"),
                        "Dir::Cache=" + folder.resolve("cache"),
                        "APT::Update::Error-Mode=any",
                        "APT::Sandbox::User=",
                        "Acquire::Languages=none",
                        "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false",
                        "Acquire::Retries=1",
                        "Acquire::http::Timeout=" + CONNECT_SECONDS_MAX,
                        "Acquire::https::Timeout=" + CONNECT_SECONDS_MAX)
                .forEach(option -> command.addAll(List.of("-o", option)));
        command.addAll(List.of(words));
        return Command.run(STEP_DEADLINE, folder, command);
    }

    private static void require(Command command) throws IOException {
        if (!command.succeeded()) {
            throw new IOException(command.lastLine());
        }
    }
}
