package io.ringside.rules.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import io.ringside.rules.tree.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the modules were compiled to; a module that was not is named, because a rule over nothing always holds. */
final class CompiledClasses {
    /** Classes that annotation processors write beside ours. */
    private static final Pattern GENERATED =
            Pattern.compile(".*/\\$[^/]*\\.class$|.*\\$(Introspection|Definition|Intercepted|Exec)[^/]*\\.class$");

    private CompiledClasses() {}

    static JavaClasses of(Repository repository) {
        List<Path> folders = repository.javaModules().stream()
                .map(module -> repository.root().resolve(module).resolve("target/classes"))
                .toList();
        List<Path> missing =
                folders.stream().filter(folder -> !Files.isDirectory(folder)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("compile these modules first: " + missing);
        }
        return new ClassFileImporter().withImportOption(new Written()).importPaths(folders);
    }

    private static final class Written implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.matches(GENERATED);
        }
    }
}
