package io.ringside.local;

import io.ringside.provision.ProvisionException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder that a floor keeps between runs; one floor at a time owns it. */
final class FloorFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;

    private FloorFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder, or says who has it. What a killed floor left running is ended. */
    static FloorFolder take(Path folder) {
        Path owner = folder.resolve("owner");
        try {
            Files.createDirectories(folder.resolve("logs"));
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new ProvisionException("another floor runs in " + folder + " (process " + Files.readString(owner)
                        + "): stop it with Ctrl-C or name another folder with --data");
            }
            Files.writeString(owner, Long.toString(ProcessHandle.current().pid()));
            FloorFolder taken = new FloorFolder(folder, channel);
            taken.endLeftovers();
            taken.keepOldLogs();
            Files.deleteIfExists(taken.ready());
            return taken;
        } catch (IOException e) {
            throw new ProvisionException(
                    "cannot write in " + folder + " (" + e.getMessage() + "): make it writable or use --data FOLDER",
                    e);
        }
    }

    Path nats() {
        return folder.resolve("nats");
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    /** Whoever may read it may do everything to this floor's book of record. */
    Path passwords() {
        return folder.resolve("passwords.json");
    }

    Path ready() {
        return folder.resolve("ready.json");
    }

    /** Remembers who was started, in case this process has no chance to end them. */
    void remember(Map<String, Long> pids) {
        List<String> lines = pids.values().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .map(FloorFolder::line)
                .toList();
        try {
            Files.write(children(), lines);
        } catch (IOException e) {
            throw new ProvisionException("cannot write " + children() + ": " + e.getMessage(), e);
        }
    }

    /** Gives the folder back; nothing of this floor runs any more. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(ready());
            Files.deleteIfExists(children());
            channel.close();
        } catch (IOException e) {
            throw new ProvisionException("cannot tidy " + folder + ": " + e.getMessage(), e);
        }
    }

    private Path children() {
        return folder.resolve("children");
    }

    private void endLeftovers() throws IOException {
        if (!Files.exists(children())) {
            return;
        }
        for (String remembered : Files.readAllLines(children())) {
            Optional<ProcessHandle> same = ProcessHandle.of(
                            Long.parseLong(remembered.split(" ", 2)[0]))
                    .filter(process -> line(process).equals(remembered));
            same.ifPresent(process -> {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                process.onExit().join();
            });
        }
        Files.delete(children());
    }

    private void keepOldLogs() throws IOException {
        try (var logs = Files.newDirectoryStream(logs(), "*.log")) {
            for (Path log : logs) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** An id alone may belong to somebody else by now; with the time of its start it does not. */
    private static String line(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("?");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
