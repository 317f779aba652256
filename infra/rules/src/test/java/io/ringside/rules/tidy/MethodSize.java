package io.ringside.rules.tidy;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.TreeScanner;
import io.ringside.rules.tree.ParsedJava;
import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Methods that fit a screen, counted from the opening brace to the closing one. */
record MethodSize() implements TidyRule {
    static final int LINES_MAX = 40;

    @Override
    public String name() {
        return "method-size";
    }

    @Override
    public List<Breach> breaches(Repository repository) {
        List<Breach> breaches = new ArrayList<>();
        ParsedJava java = ParsedJava.of(repository.java());
        java.forEach((file, unit) -> unit.accept(new Methods(java, file, unit, breaches), null));
        return breaches;
    }

    private final class Methods extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final ParsedJava java;
        private final SourceFile file;
        private final CompilationUnitTree unit;
        private final List<Breach> breaches;

        Methods(ParsedJava java, SourceFile file, CompilationUnitTree unit, List<Breach> breaches) {
            this.java = java;
            this.file = file;
            this.unit = unit;
            this.breaches = breaches;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (method.getBody() != null && !isTableOfCases(method.getBody())) {
                int first = java.firstLine(unit, method.getBody());
                int lines = java.lastLine(unit, method.getBody()) - first + 1;
                if (lines > LINES_MAX) {
                    breaches.add(new Breach(name(), file.path(), first, method.getName() + " has " + lines + " lines"));
                }
            }
            return super.visitMethod(method, nothing);
        }

        /** In a test, one statement that returns is a table of cases: it is read row by row. */
        private boolean isTableOfCases(BlockTree body) {
            return !file.isMain()
                    && body.getStatements().size() == 1
                    && body.getStatements().getFirst() instanceof ReturnTree;
        }
    }
}
