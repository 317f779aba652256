package io.ringside.provision;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of this repository are: what is one source of truth is read from there and never copied. */
public record Repository(Path root) {
    private static final String PROPERTY = "ringside.repository";

    /** The folder of the property {@code ringside.repository}, else the nearest one that holds infra/messaging. */
    public static Repository find() {
        String told = System.getProperty(PROPERTY);
        if (told != null && !told.isBlank()) {
            return new Repository(Path.of(told).toAbsolutePath().normalize());
        }
        return above(Path.of("").toAbsolutePath());
    }

    static Repository above(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("infra/messaging"))) {
                return new Repository(folder);
            }
        }
        throw new ProvisionException("no folder above " + start
                + " holds infra/messaging: run inside the repository or set -D" + PROPERTY + "=FOLDER");
    }

    /** Streams, consumers and buckets. */
    public Path messaging() {
        return root.resolve("infra/messaging");
    }

    /** The migrations of the schema. */
    public Path migrations() {
        return root.resolve("infra/migrations");
    }
}
