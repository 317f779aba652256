package io.ringside.testkit;

import io.ringside.provision.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Recordings that lie outside the repository: in {@code RINGSIDE_DATA}, else in {@code ../shared/data} beside it. */
public final class SharedData {
    private SharedData() {}

    /** The file, when this machine has it. */
    public static Optional<Path> find(String name) {
        return Optional.of(folder().resolve(name)).filter(Files::isReadable);
    }

    /**
     * The file; without it the callback is told why, which is meant to skip the test loudly ({@code
     * Assumptions::abort}).
     */
    public static Path require(String name, Consumer<String> skip) {
        return find(name).orElseGet(() -> {
            String message =
                    "SKIPPED: no " + name + " in " + folder() + ": set RINGSIDE_DATA to the folder of recordings";
            System.err.println(message);
            skip.accept(message);
            throw new IllegalStateException(message);
        });
    }

    private static Path folder() {
        @Nullable String told = System.getenv("RINGSIDE_DATA");
        return told == null || told.isBlank()
                ? Repository.find().root().resolve("../shared/data").normalize()
                : Path.of(told);
    }
}
