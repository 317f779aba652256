package io.ringside.gateway.documents;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say of types, of their components and of constants, in their Javadoc. */
final class Comments {
    private static final Path REPOSITORY = Path.of(System.getProperty("ringside.repository"));
    private static final List<String> SOURCES = List.of(
            "functions/libraries/contracts/src/main/java",
            "realtime-gateway/src/main/java",
            "realtime-gateway/src/test/java");

    /** What carries it inside is nothing to clients. */
    private static final Pattern SUBJECT = Pattern.compile("^(cmd\\.|Notice |Command |quote\\.|valuation\\.)[^:]*: ");

    private static final Pattern CONSTANT = Pattern.compile("#([A-Z_]+)");

    private final Map<String, Map<String, String>> read = new HashMap<>();

    /** Of a type. */
    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(all(type).get(name(type))).map(text -> {
            String told = SUBJECT.matcher(text).replaceFirst("");
            return told.isEmpty() ? told : Character.toUpperCase(told.charAt(0)) + told.substring(1);
        });
    }

    /** Of a component of a record, or of a constant of an enum. */
    Optional<String> of(Class<?> type, String member) {
        return Optional.ofNullable(all(type).get(name(type) + '#' + member))
                .map(text -> CONSTANT.matcher(text).replaceAll(found -> constant(type, found.group(1))));
    }

    private static String constant(Class<?> type, String name) {
        try {
            return String.valueOf(type.getField(name).get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a comment names no constant of " + type + ": " + name, e);
        }
    }

    private static String name(Class<?> type) {
        return type.getEnclosingClass() == null
                ? type.getSimpleName()
                : name(type.getEnclosingClass()) + '.' + type.getSimpleName();
    }

    private Map<String, String> all(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return read.computeIfAbsent(outermost.getName(), Comments::read);
    }

    private static Map<String, String> read(String type) {
        String file = type.replace('.', '/') + ".java";
        Optional<Path> source = SOURCES.stream()
                .map(folder -> REPOSITORY.resolve(folder).resolve(file))
                .filter(Files::exists)
                .findFirst();
        return source.map(Comments::read).orElse(Map.of());
    }

    private static Map<String, String> read(Path source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjects(source));
            Finder finder = new Finder(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                finder.scan(unit, null);
            }
            return finder.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Finder extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Map<String, String> found = new HashMap<>();
        private final DocTrees trees;
        private String inside = "";

        Finder(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            String outer = inside;
            inside = outer.isEmpty() ? tree.getSimpleName().toString() : outer + '.' + tree.getSimpleName();
            keep(inside, getCurrentPath());
            super.visitClass(tree, nothing);
            inside = outer;
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
            keep(inside + '#' + tree.getName(), getCurrentPath());
            return null;
        }

        private void keep(String name, TreePath path) {
            DocCommentTree comment = trees.getDocCommentTree(path);
            if (comment == null) {
                return;
            }
            found.put(name, text(comment.getFullBody().stream()));
            for (DocTree tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree parameter) {
                    found.put(name + '#' + parameter.getName(), text(parameter.getDescription().stream()));
                }
            }
        }

        private static String text(Stream<? extends DocTree> parts) {
            return parts.map(Finder::plain).collect(Collectors.joining()).replaceAll("\\s+", " ");
        }

        private static String plain(DocTree part) {
            return switch (part) {
                case TextTree text -> text.getBody();
                case LiteralTree literal -> literal.getBody().getBody();
                case LinkTree link -> {
                    String target = link.getReference().getSignature();
                    yield target.substring(target.lastIndexOf('.') + 1);
                }
                default -> part.toString();
            };
        }
    }
}
