package io.ringside.testkit;

import io.ringside.provision.servers.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The temporary folder of this JVM's servers. What a killed JVM left behind is ended and deleted on the way. */
final class FloorFolder {
    private static final String PREFIX = "ringside-floor-";
    private static final List<String> PID_FILES = List.of("nats/nats-server.pid", "postgres/data/postmaster.pid");

    private FloorFolder() {}

    static Path ofThisJvm() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        sweep(temporary);
        Path mine = temporary.resolve(PREFIX + ProcessHandle.current().pid());
        Folders.delete(mine);
        return Folders.make(mine);
    }

    private static void sweep(Path temporary) {
        try (Stream<Path> folders = Files.list(temporary)) {
            folders.filter(FloorFolder::isAbandoned).toList().forEach(FloorFolder::remove);
        } catch (IOException | RuntimeException e) {
            System.err.println("testkit: could not sweep " + temporary + ": " + e.getMessage());
        }
    }

    private static boolean isAbandoned(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.startsWith(PREFIX)
                && name.substring(PREFIX.length()).matches("\\d{1,10}")
                && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length())))
                        .isEmpty();
    }

    private static void remove(Path folder) {
        for (String file : PID_FILES) {
            serverOf(folder.resolve(file)).ifPresent(ProcessHandle::destroyForcibly);
        }
        Folders.delete(folder);
    }

    /** The process that a pid file names, if it still is a server. */
    private static Optional<ProcessHandle> serverOf(Path pidFile) {
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid).filter(process -> process.info()
                    .command()
                    .filter(command -> command.endsWith("nats-server") || command.endsWith("postgres"))
                    .isPresent());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
