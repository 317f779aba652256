package io.ringside.local;

import io.ringside.provision.ProvisionException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program keeps of its earlier lives: with an ahead-of-time cache of {@code infra/train}, classes that are
 * linked already and profiles that let it compile at once what its work is made of; else classes parsed already.
 *
 * @param classPath of the program, as the JVM is given it
 */
record EarlierLives(Path module, String classPath) {
    /** Options of the JVM. */
    List<String> options(boolean recording) {
        if (recording) {
            return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + module.resolve("target/program.aotconf"));
        }
        Path trained = module.resolve("target/program.aot");
        if (isNewest(trained)) {
            return List.of("-XX:AOTCache=" + trained);
        }
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + module.resolve("target/classes.jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds*=off");
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
