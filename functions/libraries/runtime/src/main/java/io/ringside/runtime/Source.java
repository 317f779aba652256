package io.ringside.runtime;

import io.ringside.contracts.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Subjects that an ordered function follows in one stream: {@code <kind>.<feature>.<verb>.<partition>.>}.
 *
 * @param bodies the verbs that it follows, each with the record that its body is
 */
public record Source(String stream, String kind, String feature, Map<String, Class<?>> bodies) {
    public Source {
        bodies = Map.copyOf(bodies);
        if (bodies.isEmpty()) {
            throw new IllegalArgumentException("a source needs at least one verb");
        }
    }

    /** Commands of a feature, from stream COMMANDS. */
    public static Source commands(String feature, Map<String, Class<?>> bodies) {
        return new Source("COMMANDS", "cmd", feature, bodies);
    }

    /** Facts of a feature, from stream EVENTS. */
    public static Source facts(String feature, Map<String, Class<?>> bodies) {
        return new Source("EVENTS", "evt", feature, bodies);
    }

    /** The filters that cover one partition. */
    public List<String> filters(int partition) {
        return bodies.keySet().stream()
                .sorted()
                .map(verb -> Subjects.partitionFilter(kind, feature, verb, partition))
                .toList();
    }

    /** The record that the body of this subject is, if the subject is one of this source's. */
    public Optional<Class<?>> bodyOf(String subject) {
        String[] tokens = subject.split("\\.", 4);
        boolean ours = tokens.length == 4 && tokens[0].equals(kind) && tokens[1].equals(feature);
        return ours ? Optional.ofNullable(bodies.get(tokens[2])) : Optional.empty();
    }
}
