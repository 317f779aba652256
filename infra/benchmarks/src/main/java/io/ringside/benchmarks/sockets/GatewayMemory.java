package io.ringside.benchmarks.sockets;

import io.ringside.benchmarks.floor.ReadyFloor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** What the gateway holds of this machine's memory, asked of the kernel after a forced collection. */
final class GatewayMemory {
    private static final String GATEWAY = "realtime-gateway";
    private static final long KIB = 1024;

    private final long pid;

    GatewayMemory(ReadyFloor floor) {
        pid = Objects.requireNonNull(floor.processes().get(GATEWAY), "a floor with one gateway");
    }

    /** Resident bytes. */
    long resident() throws IOException, InterruptedException {
        collect();
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * KIB;
            }
        }
        throw new IllegalStateException("the kernel does not say what process " + pid + " holds");
    }

    /** The flags that bound it. */
    String flags() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().arguments())
                .map(words -> String.join(
                        " ",
                        java.util.Arrays.stream(words)
                                .filter(word -> word.startsWith("-X"))
                                .toList()))
                .orElse("?");
    }

    private void collect() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the gateway does not collect when it is asked to");
        }
    }
}
