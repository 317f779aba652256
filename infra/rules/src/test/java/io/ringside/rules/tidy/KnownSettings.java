package io.ringside.rules.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.ringside.rules.tree.ParsedJava;
import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What an operator may set, by the environment or by a property, stands in the README of the module that reads it. */
record KnownSettings() implements TidyRule {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_.-]*)");
    /** What Java asks its environment for, and what a script reads of it. */
    private static final Pattern VARIABLE = Pattern.compile(
            "(?:(?:get|getenv|getOrDefault)\\(\"|\\$\\{?)" + "((?:RINGSIDE|JDBC|NATS|GATEWAY|MARKET)_[A-Z_]+)\\b");

    private static final Set<String> ANNOTATIONS = Set.of("ConfigurationProperties", "EachProperty");

    @Override
    public String name() {
        return "known-settings";
    }

    @Override
    public List<Breach> breaches(Repository repository) {
        Map<String, SourceFile> byPath =
                repository.files().stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));
        List<Breach> breaches = new ArrayList<>();
        settings(repository).forEach((file, settings) -> {
            String readme = readme(file.folder(), byPath);
            for (String setting : settings) {
                if (!isNamed(readme, setting)) {
                    breaches.add(new Breach(name(), file.path(), 0, "no README says what " + setting + " sets"));
                }
            }
        });
        return breaches;
    }

    private static Map<SourceFile, Set<String>> settings(Repository repository) {
        List<SourceFile> read = repository.files().stream()
                .filter(file -> file.isMain() && (file.isJava() || file.name().endsWith(".yml"))
                        || file.path().startsWith("infra/") && !file.name().contains("."))
                .toList();
        Map<SourceFile, Set<String>> settings =
                read.stream().collect(Collectors.toMap(Function.identity(), KnownSettings::placeholders));
        ParsedJava.of(read.stream().filter(SourceFile::isJava).toList()).forEach((file, unit) -> {
            Set<String> found = settings.computeIfAbsent(file, missing -> new TreeSet<>());
            new Properties().scan(unit, found);
        });
        return settings;
    }

    private static Set<String> placeholders(SourceFile file) {
        Set<String> found = new TreeSet<>();
        if (file.isMain()) {
            PLACEHOLDER.matcher(file.text()).results().forEach(match -> found.add(match.group(1)));
        }
        VARIABLE.matcher(file.text()).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    /** In full, or by its last part, as a table of settings with one prefix has it. */
    private static boolean isNamed(String readme, String setting) {
        int dot = setting.lastIndexOf('.');
        String last = setting.substring(dot + 1);
        boolean inFull = Pattern.compile("(?<![A-Za-z_.-])" + Pattern.quote(setting) + "(?![A-Za-z_-])")
                .matcher(readme)
                .find();
        boolean inTable = dot > 0
                && readme.contains(setting.substring(0, dot))
                && Pattern.compile("`(…?\\.)?" + Pattern.quote(last) + '`')
                        .matcher(readme)
                        .find();
        return inFull || inTable;
    }

    /** Of the module that a file belongs to, and of the whole. */
    private static String readme(String folder, Map<String, SourceFile> byPath) {
        StringBuilder text = new StringBuilder();
        for (String at = folder; ; at = at.contains("/") ? at.substring(0, at.lastIndexOf('/')) : "") {
            SourceFile readme = byPath.get(at.isEmpty() ? "README.md" : at + "/README.md");
            if (readme != null) {
                text.append(readme.text());
            }
            if (at.isEmpty()) {
                return text.toString();
            }
        }
    }

    private static final class Properties extends TreeScanner<Void, Set<String>> {
        @Override
        public Void visitClass(ClassTree tree, Set<String> found) {
            for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
                if (ANNOTATIONS.contains(annotation.getAnnotationType().toString())) {
                    String prefix = prefix(annotation);
                    names(tree).forEach(name -> found.add(prefix + '.' + name));
                }
            }
            return super.visitClass(tree, found);
        }

        private static String prefix(AnnotationTree annotation) {
            ExpressionTree value = annotation.getArguments().getFirst();
            if (value instanceof AssignmentTree assignment) {
                value = assignment.getExpression();
            }
            return value instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : value.toString();
        }

        /** The components of a record, what a class has setters for. */
        private static List<String> names(ClassTree tree) {
            List<String> names = new ArrayList<>();
            for (Tree member : tree.getMembers()) {
                boolean isRecord = tree.getKind() == Tree.Kind.RECORD;
                if (isRecord
                        && member instanceof VariableTree field
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC)
                        && !field.getModifiers().getAnnotations().toString().contains("@Parameter")) {
                    names.add(kebab(field.getName().toString()));
                } else if (!isRecord
                        && member instanceof MethodTree method
                        && method.getName().toString().matches("set[A-Z].*")) {
                    names.add(kebab(method.getName().toString().substring("set".length())));
                }
            }
            return names;
        }

        private static String kebab(String name) {
            return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        }
    }
}
