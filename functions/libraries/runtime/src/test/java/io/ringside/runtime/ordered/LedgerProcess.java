package io.ringside.runtime.ordered;

import io.ringside.provision.servers.ChildProcess;
import io.ringside.runtime.FunctionApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The ledger in a process of its own, to be halted, killed and suspended. */
public final class LedgerProcess {
    private LedgerProcess() {}

    /** Runs the ledger as configured by the environment. */
    public static void main(String[] arguments) {
        FunctionApplication.run("ledger", LedgerProcess.class, arguments);
    }

    /** Starts one against these servers; it halts itself at a point if one is given. */
    static ChildProcess start(LedgerFloor floor, Probe.Point haltAt, int pass) throws IOException {
        return start(floor, List.of("-Dringside.halt.at=" + haltAt, "-Dringside.halt.pass=" + pass));
    }

    static ChildProcess start(LedgerFloor floor) throws IOException {
        return start(floor, List.of());
    }

    static ChildProcess start(LedgerFloor floor, List<String> options) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:+UseSerialGC", "-Xmx128m", "-XX:TieredStopAtLevel=1"));
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), LedgerProcess.class.getName()));
        Path folder = Files.createDirectories(Path.of("target", "ledger").toAbsolutePath());
        return ChildProcess.start(
                words, new HashMap<>(floor.environment()), folder, Path.of("target", "ledger-process.log"));
    }
}
