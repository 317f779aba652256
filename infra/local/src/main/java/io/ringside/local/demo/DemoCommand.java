package io.ringside.local.demo;

import io.ringside.provision.ProvisionException;
import io.ringside.provision.Repository;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads the demo data into a database of one's own: {@code data [--bench-traders]}, with {@code JDBC_URL} set. */
public final class DemoCommand {
    private DemoCommand() {}

    public static void main(String[] arguments) {
        try {
            int changed = run(List.of(arguments), System.getenv(), new SecureRandom());
            System.out.println("demo data: " + changed + " rows new or changed");
        } catch (ProvisionException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static int run(List<String> words, Map<String, String> environment, SecureRandom random) {
        @Nullable String url = environment.get("JDBC_URL");
        if (url == null || !List.of("--bench-traders").containsAll(words)) {
            throw new ProvisionException("usage: data [--bench-traders], with JDBC_URL, JDBC_USER, JDBC_PASSWORD set");
        }
        Path folder = Repository.find().root().resolve("infra/local/demo");
        return DemoData.read(folder, words.isEmpty() ? List.of() : List.of("bench"), random)
                .load(url, text(environment, "JDBC_USER"), text(environment, "JDBC_PASSWORD"));
    }

    private static String text(Map<String, String> environment, String name) {
        return Objects.requireNonNullElse(environment.get(name), "");
    }
}
