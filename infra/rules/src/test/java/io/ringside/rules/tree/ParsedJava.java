package io.ringside.rules.tree;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java sources as the compiler's trees: what stands in a text or a comment is then no code. */
public final class ParsedJava {
    private final Map<String, SourceFile> files = new HashMap<>();
    private final List<CompilationUnitTree> units = new ArrayList<>();
    private final SourcePositions positions;

    private ParsedJava(JavacTask task, List<SourceFile> java) throws IOException {
        task.parse().forEach(units::add);
        positions = Trees.instance(task).getSourcePositions();
        java.forEach(file -> files.put(Text.uri(file).getPath(), file));
    }

    public static ParsedJava of(List<SourceFile> java) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "run the rules on a JDK");
        // The compiler refuses to parse nothing.
        List<SourceFile> some = java.isEmpty() ? List.of(new SourceFile("Empty.java", "")) : java;
        List<Text> texts = some.stream().map(Text::new).toList();
        try {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, texts);
            return new ParsedJava(task, some);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot parse", e);
        }
    }

    /** Shows every file with its tree. */
    public void forEach(BiConsumer<SourceFile, CompilationUnitTree> reader) {
        for (CompilationUnitTree unit : units) {
            String path = unit.getSourceFile().toUri().getPath();
            reader.accept(Objects.requireNonNull(files.get(path), path), unit);
        }
    }

    /** The line on which a part begins, from 1. */
    public int firstLine(CompilationUnitTree unit, Tree part) {
        return line(unit, positions.getStartPosition(unit, part));
    }

    /** The line on which a part ends. */
    public int lastLine(CompilationUnitTree unit, Tree part) {
        return line(unit, positions.getEndPosition(unit, part));
    }

    private static int line(CompilationUnitTree unit, long position) {
        return position < 0 ? 1 : Math.toIntExact(unit.getLineMap().getLineNumber(position));
    }

    private static final class Text extends SimpleJavaFileObject {
        private final SourceFile file;

        Text(SourceFile file) {
            super(uri(file), JavaFileObject.Kind.SOURCE);
            this.file = file;
        }

        static URI uri(SourceFile file) {
            return URI.create("memory:///" + file.path());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }
}
