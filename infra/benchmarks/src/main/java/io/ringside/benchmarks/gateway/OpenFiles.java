package io.ringside.benchmarks.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Each socket is an open file of this process, and another one of the measured server. */
final class OpenFiles {
    /** For everything that is no socket of a client. */
    private static final int OTHERS = 500;

    private static final String LIMIT = "Max open files";

    private OpenFiles() {}

    /** Says before anything is started that so many sockets cannot be open here. */
    static void require(Sizes sizes) {
        try {
            String limits = Files.readString(Path.of("/proc/self/limits"));
            require(sizes, limits);
        } catch (IOException e) {
            throw new UncheckedIOException("this runs on Linux only", e);
        }
    }

    /** @param limits as the kernel tells them */
    static void require(Sizes sizes, String limits) {
        String soft = limits.lines()
                .filter(line -> line.startsWith(LIMIT))
                .map(line -> line.substring(LIMIT.length()).strip().split(" +")[0])
                .findFirst()
                .orElse("unlimited");
        int most = sizes.most();
        if (!soft.equals("unlimited") && Long.parseLong(soft) < most + OTHERS) {
            throw new IllegalArgumentException(
                    most + " sockets need " + (most + OTHERS) + " open files, and a process may have " + soft
                            + " here: raise the limit (ulimit -Hn), or ask for less with --many, --storm, --returning,"
                            + " --subscribers");
        }
    }
}
