package io.ringside.runtime.rebuild;

import java.util.List;
import java.util.stream.Collectors;

/** The subjects of a stream as a regular expression, for PostgreSQL as for Java. */
final class SubjectPattern {
    private SubjectPattern() {}

    static String of(List<String> filters) {
        return filters.stream().map(SubjectPattern::one).collect(Collectors.joining("|", "^(", ")$"));
    }

    private static String one(String filter) {
        return List.of(filter.split("\\.")).stream()
                .map(token -> switch (token) {
                    case "*" -> "[^.]+";
                    case ">" -> ".+";
                    default -> token.replaceAll("([^A-Za-z0-9_-])", "\\\\$1");
                })
                .collect(Collectors.joining("\\."));
    }
}
