package io.ringside.rules.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import io.ringside.rules.tree.ParsedJava;
import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Money is counted: where prices live there is no floating point, except in packages named statistics. */
record NoFloatingPoint() implements TidyRule {
    private static final Set<String> EXACT_MODULES =
            Set.of("functions/libraries/trading/src/main/", "functions/libraries/contracts/src/main/");

    @Override
    public String name() {
        return "floating-point";
    }

    @Override
    public List<Breach> breaches(Repository repository) {
        List<Breach> breaches = new ArrayList<>();
        ParsedJava java = ParsedJava.of(repository.java().stream()
                .filter(file -> EXACT_MODULES.stream().anyMatch(file.path()::startsWith))
                .filter(file -> !file.path().contains("/statistics/"))
                .toList());
        java.forEach((file, unit) -> unit.accept(new Numbers(java, file, unit, breaches), null));
        return breaches;
    }

    private final class Numbers extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final ParsedJava java;
        private final SourceFile file;
        private final CompilationUnitTree unit;
        private final List<Breach> breaches;

        Numbers(ParsedJava java, SourceFile file, CompilationUnitTree unit, List<Breach> breaches) {
            this.java = java;
            this.file = file;
            this.unit = unit;
            this.breaches = breaches;
        }

        @Override
        public @Nullable Void visitPrimitiveType(PrimitiveTypeTree type, @Nullable Void nothing) {
            if (Set.of(TypeKind.DOUBLE, TypeKind.FLOAT).contains(type.getPrimitiveTypeKind())) {
                breach(type);
            }
            return null;
        }

        @Override
        public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void nothing) {
            if (Set.of("Double", "Float").contains(identifier.getName().toString())) {
                breach(identifier);
            }
            return null;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (Set.of(Tree.Kind.DOUBLE_LITERAL, Tree.Kind.FLOAT_LITERAL).contains(literal.getKind())) {
                breach(literal);
            }
            return null;
        }

        private void breach(Tree part) {
            breaches.add(new Breach(name(), file.path(), java.firstLine(unit, part), part.toString()));
        }
    }
}
