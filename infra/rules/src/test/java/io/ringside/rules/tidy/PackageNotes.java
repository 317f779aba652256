package io.ringside.rules.tidy;

import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every package says in package-info.java what it is, and that nothing in it is null unless it says so. */
record PackageNotes() implements TidyRule {
    @Override
    public String name() {
        return "package-info";
    }

    @Override
    public List<Breach> breaches(Repository repository) {
        Map<String, List<SourceFile>> packages = repository.java().stream()
                .collect(Collectors.groupingBy(file -> file.folder().replace("/src/test/java/", "/src/main/java/")));
        return packages.entrySet().stream()
                .flatMap(entry -> check(entry.getKey(), entry.getValue()))
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList();
    }

    private Stream<Breach> check(String folder, List<SourceFile> files) {
        List<SourceFile> notes = files.stream()
                .filter(file -> file.name().equals("package-info.java"))
                .toList();
        if (notes.isEmpty()) {
            return Stream.of(new Breach(name(), files.getFirst().folder(), 0, "no package-info.java"));
        }
        boolean said = notes.stream()
                .anyMatch(note ->
                        note.text().contains("@NullMarked") && note.text().contains("/**"));
        return said
                ? Stream.empty()
                : Stream.of(new Breach(name(), notes.getFirst().path(), 0, "needs a sentence and @NullMarked"));
    }
}
