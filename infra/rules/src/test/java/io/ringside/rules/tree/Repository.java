package io.ringside.rules.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of the repository that people write, read once.
 *
 * @param root the folder of the outermost pom.xml, or of a planted tree
 */
public record Repository(Path root, List<SourceFile> files) {
    private static final String ROOT_PROPERTY = "ringside.repository";
    /** Folders that tools make. */
    private static final Set<String> GENERATED = Set.of(
            ".git",
            "target",
            "node_modules",
            "dist",
            ".ringside",
            ".terraform",
            ".idea",
            ".vscode",
            "coverage",
            ".vite",
            "playwright-report",
            "test-results");
    /** Texts; pictures, archives and fonts are no matter for these rules. */
    private static final Set<String> TEXT_ENDINGS = Set.of(
            "java",
            "md",
            "sql",
            "json",
            "xml",
            "yml",
            "yaml",
            "ts",
            "tsx",
            "css",
            "html",
            "js",
            "mjs",
            "sh",
            "tf",
            "hcl",
            "properties",
            "config",
            "txt",
            "npmrc",
            "editorconfig",
            "gitattributes",
            "gitignore",
            "conf");

    private static final int FILE_BYTES_MAX = 4 * 1024 * 1024;

    /** This repository, as the build names it. */
    public static Repository ofThisBuild() {
        String root = System.getProperty(ROOT_PROPERTY);
        if (root == null) {
            throw new IllegalStateException("run the rules by Maven, or set -D" + ROOT_PROPERTY);
        }
        return of(Path.of(root));
    }

    /** The tree below a folder. */
    public static Repository of(Path root) {
        List<SourceFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return GENERATED.contains(name(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && attributes.size() <= FILE_BYTES_MAX && isText(name(file))) {
                        files.add(new SourceFile(path(root, file), Files.readString(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tree below " + root, e);
        }
        files.sort((one, other) -> one.path().compareTo(other.path()));
        return new Repository(root, List.copyOf(files));
    }

    /** Folders that are modules of some build: Maven, npm or Terraform; the root is one. */
    public Set<String> modules() {
        Set<String> modules = new TreeSet<>();
        for (SourceFile file : files) {
            if (Set.of("pom.xml", "package.json", "versions.tf").contains(file.name())) {
                modules.add(file.folder());
            }
        }
        return modules;
    }

    /** The Maven modules that have Java of their own. */
    public Set<String> javaModules() {
        Set<String> modules = new TreeSet<>();
        for (SourceFile file : files) {
            int sources = file.path().indexOf("/src/main/java/");
            if (sources > 0) {
                modules.add(file.path().substring(0, sources));
            }
        }
        return modules;
    }

    /** The Java files, tests included. */
    public List<SourceFile> java() {
        return files.stream().filter(file -> file.name().endsWith(".java")).toList();
    }

    private static boolean isText(String name) {
        int dot = name.lastIndexOf('.');
        // Commands have no ending.
        return dot < 0 || TEXT_ENDINGS.contains(name.substring(dot + 1));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static String path(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
