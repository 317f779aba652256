package io.ringside.benchmarks.sockets;

import io.ringside.benchmarks.floor.ReadyFloor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the gateway holds after a forced collection: asked of the kernel, and of its own machine. */
final class GatewayMemory {
    private static final String GATEWAY = "realtime-gateway";
    private static final long KIB = 1024;
    /** A line for each generation, or for the whole heap, as each collector calls them; not those of class metadata. */
    private static final Pattern USED = Pattern.compile("(?m)^\\s*(?!Metaspace)\\S.* total .*used (\\d+)K");

    private final long pid;

    GatewayMemory(ReadyFloor floor) {
        pid = Objects.requireNonNull(floor.processes().get(GATEWAY), "a floor with one gateway");
    }

    /**
     * What is held at one moment, in bytes.
     *
     * @param resident of the process, whether its heap uses all of it or not
     * @param heap what is alive in it
     */
    record Held(long resident, long heap) {}

    Held held() throws IOException {
        ask("GC.run");
        String generations = ask("GC.heap_info");
        long heap = USED.matcher(generations)
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)))
                .sum();
        if (heap == 0) {
            throw new IllegalStateException("the gateway's heap is told in other words than known: " + generations);
        }
        for (String line : Files.readAllLines(proc("status"))) {
            if (line.startsWith("VmRSS:")) {
                return new Held(Long.parseLong(line.replaceAll("\\D", "")) * KIB, heap * KIB);
            }
        }
        throw new IllegalStateException("the kernel does not say what process " + pid + " holds");
    }

    /** The flags that bound it, without the folders of the machine. */
    String flags() throws IOException {
        return Arrays.stream(Files.readString(proc("cmdline")).split("\0"))
                .filter(word -> word.startsWith("-X"))
                .map(word -> word.replaceAll("=/.*/", "="))
                .collect(Collectors.joining(" "));
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }

    private String ask(String question) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), question)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("the gateway does not answer " + question + ": " + answer);
        }
        return answer;
    }
}
