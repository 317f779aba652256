package io.ringside.rules.tidy;

import io.ringside.rules.tree.Repository;
import io.ringside.rules.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that no file of a kind may have. */
record ForbiddenText(String name, Predicate<SourceFile> where, Pattern text, String because) implements TidyRule {
    @Override
    public List<Breach> breaches(Repository repository) {
        List<Breach> breaches = new ArrayList<>();
        for (SourceFile file : repository.files()) {
            if (where.test(file)) {
                search(file, breaches);
            }
        }
        return breaches;
    }

    private void search(SourceFile file, List<Breach> breaches) {
        int number = 0;
        for (String line : file.lines()) {
            number++;
            Matcher found = text.matcher(line);
            if (found.find()) {
                breaches.add(new Breach(
                        name, file.path(), number, "'" + found.group().strip() + "': " + because));
            }
        }
    }
}
