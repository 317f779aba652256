package io.ringside.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;

/**
 * Who runs where: a measured server alone on the first core, everything else beside it, where there are two.
 *
 * @param processors that this machine has
 * @param pinned whether servers are kept on a core of their own
 */
public record Cores(int processors, boolean pinned) {
    private static final String PROCESSORS = "ringside.processors";
    private static final String PINNED = "ringside.pinned";

    /** As {@code infra/bench} has it, which keeps this process away from the first core. */
    public static Cores ofThisRun() {
        return new Cores(
                Integer.getInteger(PROCESSORS, Runtime.getRuntime().availableProcessors()), Boolean.getBoolean(PINNED));
    }

    /** The command of a measured server. */
    List<String> first(List<String> command) {
        List<String> words = new ArrayList<>();
        if (pinned) {
            words.addAll(List.of("taskset", "-c", "0"));
        }
        words.addAll(command);
        return words;
    }
}
