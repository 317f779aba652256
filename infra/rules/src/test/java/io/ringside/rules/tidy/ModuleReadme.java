package io.ringside.rules.tidy;

import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every module explains itself on one screen; a function says what flows in and out of it. */
record ModuleReadme() implements TidyRule {
    static final List<String> CANVAS =
            List.of("consumes", "publishes", "stores", "idempotency key", "refusals", "limit");

    /** A heading is a title, a bold word, or a cell of a table. */
    private static final String HEADING_BEFORE = "(?m)(?:^#+ |\\*\\*|\\| *)";

    @Override
    public String name() {
        return "readme";
    }

    @Override
    public List<Breach> breaches(Repository repository) {
        Map<String, SourceFile> byPath =
                repository.files().stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));
        List<Breach> breaches = new ArrayList<>();
        for (String module : repository.modules()) {
            String path = module.isEmpty() ? "README.md" : module + "/README.md";
            SourceFile readme = byPath.get(path);
            if (readme == null) {
                breaches.add(new Breach(name(), path, 0, "missing"));
            } else if (isFunction(module)) {
                missingHeadings(readme, breaches);
            }
        }
        return breaches;
    }

    private void missingHeadings(SourceFile readme, List<Breach> breaches) {
        if (!saysItsPurpose(readme)) {
            breaches.add(new Breach(name(), readme.path(), 0, "does not say its purpose right below its title"));
        }
        String text = readme.text().toLowerCase(Locale.ROOT);
        for (String heading : CANVAS) {
            if (!Pattern.compile(HEADING_BEFORE + heading).matcher(text).find()) {
                breaches.add(new Breach(name(), readme.path(), 0, "says nothing under '" + heading + "'"));
            }
        }
    }

    /** One sentence after the title needs no heading. */
    private static boolean saysItsPurpose(SourceFile readme) {
        return readme.lines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .findFirst()
                .filter(line -> !line.startsWith("#") && !line.startsWith("|"))
                .isPresent();
    }

    private static boolean isFunction(String module) {
        return module.startsWith("functions/") && !module.startsWith("functions/libraries/");
    }
}
