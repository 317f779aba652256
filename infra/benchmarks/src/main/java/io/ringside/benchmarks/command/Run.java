package io.ringside.benchmarks.command;

import io.micronaut.serde.ObjectMapper;
import io.ringside.benchmarks.floor.OwnFloor;
import io.ringside.provision.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run of a command: what it says on its way, the floor of its own, and where its result goes. */
public final class Run {
    private static final int WRONG_WORDS = 2;

    private final Path repository = Repository.find().root();
    private final long startNanos = System.nanoTime();

    /** What is done in a run. */
    @FunctionalInterface
    public interface Task {
        /** @return whether all is well */
        boolean of(Run run) throws Exception;
    }

    /** What is done on a floor. */
    @FunctionalInterface
    public interface OnFloor {
        /** @return whether all is well */
        boolean on(OwnFloor floor) throws Exception;
    }

    /** Does it and ends this process: with 1 when not all is well, with 2 and the reason when its words are wrong. */
    public static void command(String name, Task task) throws Exception {
        try {
            System.exit(task.of(new Run()) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(name + ": " + e.getMessage());
            System.exit(WRONG_WORDS);
        }
    }

    /**
     * Starts a floor and stops it after. Its folder goes with it when all is well and nobody wants it.
     *
     * @param name of its folder, which must be new
     * @param words for {@code infra/up}
     * @param keep whether the folder stays in any case
     * @return whether all is well
     */
    public boolean onOwnFloor(String name, List<String> words, boolean keep, OnFloor work) throws Exception {
        Path data = repository.resolve(".ringside/runs/" + name);
        if (Files.exists(data)) {
            throw new IllegalArgumentException("there is a folder " + data + " of an earlier run: delete it");
        }
        say("starting a floor of its own in " + data);
        OwnFloor floor = OwnFloor.start(repository, data, words);
        boolean well;
        try (floor) {
            well = work.on(floor);
        }
        if (well && !keep) {
            floor.forget();
        } else {
            say("the floor's data and logs stay in " + data);
        }
        return well;
    }

    /** Keeps a result as JSON in this file of the repository. */
    public void write(String file, Object result) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.write(path, ObjectMapper.getDefault().writeValueAsBytes(result));
        say("written to " + file);
    }

    /** Where everything is. */
    public Path repository() {
        return repository;
    }

    public long seconds() {
        return Duration.ofNanos(System.nanoTime() - startNanos).toSeconds();
    }

    public void say(String what) {
        System.out.printf("[%4d s] %s%n", seconds(), what);
    }
}
