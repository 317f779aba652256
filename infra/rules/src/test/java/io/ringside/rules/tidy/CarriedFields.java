package io.ringside.rules.tidy;

import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a stream, consumer or bucket of {@code infra/messaging} may say comes out of Terraform's catalogue and arrives
 * in a resource that no apply destroys. It needs no provider, so a forgotten field is seen on every machine.
 */
record CarriedFields() implements TidyRule {
    static final String FIELDS = "terraform/modules/catalog/main.tf";
    static final String OUTPUTS = "terraform/modules/catalog/outputs.tf";
    static final String RESOURCES = "terraform/modules/messaging/main.tf";

    /** The key of a map is no field of its values: {@code each.key} carries it. */
    private static final String KEY = "name";

    private static final Pattern KNOWN = Pattern.compile("(?s)\\b(\\w+)_fields = toset\\(\\[(.*?)]\\)");
    private static final Pattern QUOTED = Pattern.compile("\"(\\w+)\"");
    private static final Pattern OUTPUT = Pattern.compile("(?s)output \"(\\w+)\" \\{.*?=> \\{\\n(.*?)\\n {2}} }");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^ {4}(\\w+) +=");
    private static final Pattern RESOURCE = Pattern.compile("(?ms)^resource \"\\w+\" \"\\w+\" \\{\\n(.*?)^}");
    private static final Pattern COMMENT = Pattern.compile("(?m)#.*$");
    private static final Pattern KEPT = Pattern.compile("\\bprevent_destroy += true\\b");

    @Override
    public String name() {
        return "carried-fields";
    }

    @Override
    public List<Breach> breaches(Repository repository) {
        Map<String, String> texts = repository.files().stream()
                .filter(file -> List.of(FIELDS, OUTPUTS, RESOURCES).contains(file.path()))
                .collect(Collectors.toMap(
                        SourceFile::path, file -> COMMENT.matcher(file.text()).replaceAll("")));
        Map<String, List<String>> known = all(KNOWN, texts.getOrDefault(FIELDS, ""))
                .collect(Collectors.toMap(found -> found.group(1) + "s", found -> words(QUOTED, found.group(2))));
        Map<String, List<String>> put = all(OUTPUT, texts.getOrDefault(OUTPUTS, ""))
                .collect(Collectors.toMap(found -> found.group(1), found -> words(ATTRIBUTE, found.group(2))));
        List<String> resources = all(RESOURCE, texts.getOrDefault(RESOURCES, ""))
                .map(found -> found.group(1))
                .toList();
        List<Breach> breaches = new ArrayList<>();
        for (String kind : List.of("streams", "consumers", "buckets")) {
            check(kind, known.getOrDefault(kind, List.of()), put.getOrDefault(kind, List.of()), resources, breaches);
        }
        return breaches;
    }

    private void check(
            String kind, List<String> known, List<String> put, List<String> resources, List<Breach> breaches) {
        List<String> carriers = resources.stream()
                .filter(text -> Pattern.compile("= module\\.catalog\\." + kind + "\\b")
                        .matcher(text)
                        .find())
                .toList();
        require(!known.isEmpty(), FIELDS, "names no fields of " + kind, breaches);
        require(!carriers.isEmpty(), RESOURCES, "carries no " + kind, breaches);
        for (String field : known) {
            require(
                    put.contains(field) || field.equals(KEY),
                    OUTPUTS,
                    "puts out " + kind + " without '" + field + "'",
                    breaches);
        }
        for (String carrier : carriers) {
            require(KEPT.matcher(carrier).find(), RESOURCES, kind + " may be destroyed", breaches);
            for (String field : put) {
                require(
                        Pattern.compile("\\beach\\.value\\." + field + "\\b")
                                .matcher(carrier)
                                .find(),
                        RESOURCES,
                        "forgets '" + field + "' of " + kind,
                        breaches);
            }
        }
    }

    private void require(boolean holds, String path, String what, List<Breach> breaches) {
        if (!holds) {
            breaches.add(new Breach(name(), path, 0, what));
        }
    }

    private static List<String> words(Pattern pattern, String text) {
        return all(pattern, text).map(found -> found.group(1)).toList();
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
