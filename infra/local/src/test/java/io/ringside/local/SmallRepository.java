package io.ringside.local;

import io.ringside.provision.Repository;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The repository with two small programs in place of the real ones: {@code position}, which has a login of its own, and
 * {@code entrance}, to which nothing is granted.
 */
final class SmallRepository {
    private static final Path ORIGINAL = Repository.find().root();
    private static final String MAIN = "io.ringside.local.supervision.SmallService";

    private SmallRepository() {}

    static Repository below(Path folder) throws IOException {
        Repository repository = new Repository(Files.createDirectories(folder.resolve("repository")));
        Path infra = Files.createDirectories(repository.root().resolve("infra/local"))
                .resolve("..");
        copy(ORIGINAL.resolve("infra/messaging"), infra.resolve("messaging"));
        copy(ORIGINAL.resolve("infra/migrations"), infra.resolve("migrations"));
        copy(ORIGINAL.resolve("infra/local/demo"), infra.resolve("local/demo"));
        Files.writeString(repository.root().resolve("infra/local/children.json"), """
                {"children": [{"name": "position", "module": "small", "main": "%s"},
                              {"name": "entrance", "module": "small", "main": "%s", "entrance": true}]}
                """.formatted(MAIN, MAIN));
        Path target = Files.createDirectories(repository.root().resolve("small/target"));
        Files.writeString(
                target.resolve("classpath"),
                Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                        .orElse(System.getProperty("java.class.path")));
        return repository;
    }

    /** As whom a program logs in to the book of record, told by that program. */
    static String loginOf(String ready, String program) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + number(ready, "ports", program) + "/login");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** One of the numbers by name that ready.json holds. */
    static long number(String ready, String group, String name) {
        Matcher found = Pattern.compile("\"" + group + "\":\\{[^}]*\"" + name + "\":(\\d+)")
                .matcher(ready);
        if (!found.find()) {
            throw new AssertionError("no " + name + " among the " + group + " of " + ready);
        }
        return Long.parseLong(found.group(1));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
