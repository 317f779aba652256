package io.ringside.local;

import io.ringside.provision.ProvisionException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program keeps of its earlier lives: with an ahead-of-time cache of {@code infra/train}, classes that are
 * linked already and profiles that let it compile at once what its work is made of; else classes parsed already.
 *
 * @param classPath of the program, as the JVM is given it
 */
record EarlierLives(Path module, String classPath) {
    /** What is done at the end of a life takes processor time, and all programs do it at once. */
    private static final Duration STOP_DEADLINE_WRITING = Duration.ofSeconds(90);

    private static final Duration STOP_DEADLINE = Duration.ofSeconds(15);

    /** How a life begins, and what is left of it for the next. */
    enum Life {
        /** As long as one likes. */
        LASTING,
        /** Minutes: what the second compiler costs never comes back, nor does a file for later lives. */
        BRIEF,
        /** What it learns is written down, for {@code infra/train}. */
        RECORDED
    }

    /** Options of the JVM. */
    List<String> options(Life life) {
        if (life == Life.RECORDED) {
            return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + module.resolve("target/program.aotconf"));
        }
        if (isTrained()) {
            return List.of("-XX:AOTCache=" + trained());
        }
        if (life == Life.BRIEF) {
            return List.of("-XX:TieredStopAtLevel=1");
        }
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + module.resolve("target/classes.jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds*=off");
    }

    /** How long it may take to end: one that is killed while it writes would write again at each end. */
    Duration stopDeadline(Life life) {
        boolean writes = life == Life.RECORDED || life == Life.LASTING && !isTrained();
        return writes ? STOP_DEADLINE_WRITING : STOP_DEADLINE;
    }

    private boolean isTrained() {
        return isNewest(trained());
    }

    private Path trained() {
        return module.resolve("target/program.aot");
    }

    /** The JVM ignores a cache without a word when a jar was built again since, though nothing in it changed. */
    private boolean isNewest(Path cache) {
        return Files.exists(cache)
                && Stream.of(classPath.split(File.pathSeparator))
                        .map(Path::of)
                        .allMatch(jar -> modified(jar) <= modified(cache));
    }

    private static long modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new ProvisionException(file + " cannot be read: run infra/up without --no-build", e);
        }
    }
}
