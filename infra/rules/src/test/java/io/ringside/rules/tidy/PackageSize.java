package io.ringside.rules.tidy;

import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A package of a function is one thought: what it is made of is seen at a glance and read in one sitting. */
record PackageSize() implements TidyRule {
    static final int CLASSES_MAX = 15;
    static final int LINES_MAX = 1_200;

    private static final String FUNCTIONS = "functions/";
    private static final String LIBRARIES = "functions/libraries/";
    private static final String NOTE = "package-info.java";

    @Override
    public String name() {
        return "package-size";
    }

    @Override
    public List<Breach> breaches(Repository repository) {
        Map<String, List<SourceFile>> packages = repository.java().stream()
                .filter(PackageSize::counts)
                .collect(Collectors.groupingBy(SourceFile::folder, TreeMap::new, Collectors.toList()));
        List<Breach> breaches = new ArrayList<>();
        packages.forEach((folder, files) -> {
            int lines = files.stream().mapToInt(file -> file.lines().size()).sum();
            if (files.size() > CLASSES_MAX || lines > LINES_MAX) {
                String what = "%d classes of %d lines, the ceiling is %d of %d"
                        .formatted(files.size(), lines, CLASSES_MAX, LINES_MAX);
                breaches.add(new Breach(name(), folder, 0, what));
            }
        });
        return breaches;
    }

    private static boolean counts(SourceFile file) {
        return file.path().startsWith(FUNCTIONS)
                && !file.path().startsWith(LIBRARIES)
                && file.isMain()
                && !file.name().equals(NOTE);
    }
}
