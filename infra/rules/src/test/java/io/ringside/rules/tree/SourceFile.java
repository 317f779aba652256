package io.ringside.rules.tree;

import java.util.List;

/**
 * A text of the repository.
 *
 * @param path from the root, with slashes
 */
public record SourceFile(String path, String text) {
    public List<String> lines() {
        return text.lines().toList();
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path without the name; empty for the root. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Whether it is part of what is shipped and not of its tests. */
    public boolean isMain() {
        return path.contains("/src/main/");
    }

    public boolean isJava() {
        return path.endsWith(".java");
    }

    public boolean isTypeScript() {
        return path.endsWith(".ts") || path.endsWith(".tsx");
    }
}
