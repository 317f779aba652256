package io.ringside.benchmarks.gateway;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be measured. */
enum Part {
    /** What an idle connection holds, and how soon it is there. */
    MEMORY,
    /** From publishing to the client that reads it, for everybody in the market. */
    FANOUT,
    /** The rate from which fan-out is late or loses. */
    CEILING,
    /** What one reader that does not read costs the server and the others. */
    STALLED,
    /** How soon everybody is back with what was missed. */
    RESUME,
    /** The same on another node. */
    MOVE,
    /** How soon everybody is back. */
    STORM,
    /** What clients notice when a node stops for a deployment. */
    DEPLOY,
    /** What the gateway adds to a message of NATS. */
    ADDED;

    /** As the command line says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Part> of(String word) {
        return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }

    static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    static String words() {
        return Arrays.stream(values()).map(Part::word).collect(Collectors.joining(","));
    }
}
