package io.ringside.rules.tidy;

import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Files that can be read in one go, lines that fit beside another. */
record FileSize() implements TidyRule {
    static final int MAIN_LINES_MAX = 200;
    /** A table of cases may be longer than the code that it tests. */
    static final int TEST_LINES_MAX = 300;

    static final int LINE_CHARACTERS_MAX = 120;

    @Override
    public String name() {
        return "file-size";
    }

    @Override
    public List<Breach> breaches(Repository repository) {
        List<Breach> breaches = new ArrayList<>();
        for (SourceFile file : repository.files()) {
            if (file.isJava() || file.isTypeScript()) {
                check(file, breaches);
            }
        }
        return breaches;
    }

    private void check(SourceFile file, List<Breach> breaches) {
        boolean test = file.path().contains("/src/test/") || file.path().contains("/test/");
        int linesMax = test ? TEST_LINES_MAX : MAIN_LINES_MAX;
        List<String> lines = file.lines();
        if (lines.size() > linesMax) {
            breaches.add(new Breach(name(), file.path(), 0, lines.size() + " lines, the ceiling is " + linesMax));
        }
        for (int i = 0; i < lines.size(); i++) {
            int length = lines.get(i).length();
            if (length > LINE_CHARACTERS_MAX) {
                breaches.add(new Breach(name(), file.path(), i + 1, "a line of " + length + " characters"));
            }
        }
    }
}
