package io.ringside.rules.tidy;

import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Terraform modules all look the same: five files. */
record TerraformFiles() implements TidyRule {
    private static final List<String> FILES =
            List.of("main.tf", "variables.tf", "outputs.tf", "versions.tf", "README.md");

    @Override
    public String name() {
        return "terraform-files";
    }

    @Override
    public List<Breach> breaches(Repository repository) {
        Set<String> paths = repository.files().stream().map(SourceFile::path).collect(Collectors.toSet());
        Set<String> modules = repository.files().stream()
                .filter(file -> file.name().endsWith(".tf"))
                .map(SourceFile::folder)
                .collect(Collectors.toSet());
        List<Breach> breaches = new ArrayList<>();
        for (String module : modules) {
            for (String file : FILES) {
                if (!paths.contains(module + "/" + file)) {
                    breaches.add(new Breach(name(), module + "/" + file, 0, "missing"));
                }
            }
        }
        return breaches;
    }
}
