package io.ringside.rules.tidy;

import io.ringside.rules.tree.Repository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Places that may break a rule, each with a reason: lines {@code rule | path | because} of {@code exemptions.txt}. A
 * path that ends in a slash covers what is below it.
 */
final class Exemptions {
    static final String FILE = "infra/rules/exemptions.txt";

    private static final int PARTS = 3;

    private final List<Exemption> all = new ArrayList<>();
    private final Set<Exemption> used = new HashSet<>();

    private record Exemption(String rule, String path, String because) {
        boolean covers(Breach breach) {
            boolean there = path.endsWith("/")
                    ? breach.path().startsWith(path)
                    : breach.path().equals(path);
            return there && breach.rule().equals(rule);
        }
    }

    static Exemptions of(Repository repository) {
        Exemptions exemptions = new Exemptions();
        repository.files().stream()
                .filter(file -> file.path().equals(FILE))
                .flatMap(file -> file.lines().stream())
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(exemptions::add);
        return exemptions;
    }

    static Exemptions none() {
        return new Exemptions();
    }

    private void add(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != PARTS || parts[PARTS - 1].isBlank()) {
            throw new IllegalArgumentException("an exemption is 'rule | path | because', not: " + line);
        }
        all.add(new Exemption(parts[0].strip(), parts[1].strip(), parts[2].strip()));
    }

    /** The breaches that nobody excused. */
    List<Breach> apply(List<Breach> breaches) {
        return breaches.stream().filter(breach -> !isExempt(breach)).toList();
    }

    /** What is excused although it does not happen any more. */
    List<String> unused() {
        return all.stream()
                .filter(exemption -> !used.contains(exemption))
                .map(Exemption::toString)
                .toList();
    }

    private boolean isExempt(Breach breach) {
        for (Exemption exemption : all) {
            if (exemption.covers(breach)) {
                used.add(exemption);
                return true;
            }
        }
        return false;
    }
}
