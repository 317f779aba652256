package io.ringside.provision.messaging;

import java.util.List;
import java.util.stream.Collectors;

/** What bringing one stream, consumer or bucket onto a server did, or would do. */
public record Change(Kind kind, String name, Outcome outcome, List<Difference> differences) {
    public Change {
        differences = List.copyOf(differences);
    }

    /** What a change is about. */
    public enum Kind {
        STREAM,
        CONSUMER,
        BUCKET
    }

    /** What happened to it. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** One field that a server held otherwise than the plan. */
    public record Difference(String field, String was, String planned) {}

    @Override
    public String toString() {
        return kind + " " + name + " " + outcome
                + differences.stream()
                        .map(each -> each.field() + " " + each.was() + " -> " + each.planned())
                        .collect(Collectors.joining(", ", differences.isEmpty() ? "" : ": ", ""));
    }
}
