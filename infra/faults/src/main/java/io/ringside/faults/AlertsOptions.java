package io.ringside.faults;

import io.ringside.benchmarks.command.Words;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param faults of all kinds together
 * @param clients of one user each
 * @param rate alerts a second, of all users together
 * @param keep whether the floor's folder stays although all is well
 */
record AlertsOptions(int faults, int clients, int rate, long seed, String name, boolean keep) {
    static final String USAGE =
            "usage: infra/chaos alerts [--faults N] [--clients N] [--rate N] [--seed S] [--name NAME] [--keep]";
    static final int FAULTS_MAX = 10_000;
    /** As many people as a floor's crowd has. */
    static final int CLIENTS_MAX = 1_000;
    /** Alerts a second. */
    static final int RATE_MAX = 500;

    private static final AlertsOptions USUAL = new AlertsOptions(200, 500, 50, 1, "", false);

    static AlertsOptions parse(List<String> line) {
        AlertsOptions options = USUAL;
        Words words = new Words(line, USAGE);
        while (words.hasNext()) {
            String word = words.next();
            options = switch (word) {
                case "--faults" -> options.of(words.number(word, FAULTS_MAX), options.clients, options.rate);
                case "--clients" -> options.of(options.faults, words.number(word, CLIENTS_MAX), options.rate);
                case "--rate" -> options.of(options.faults, options.clients, words.number(word, RATE_MAX));
                case "--seed" -> options.by(words.number(word, Long.MAX_VALUE), options.name, options.keep);
                case "--name" -> options.by(options.seed, words.value(word), options.keep);
                case "--keep" -> options.by(options.seed, options.name, true);
                default -> throw words.unknown(word);
            };
        }
        return options.name.isEmpty()
                ? options.by(
                        options.seed,
                        "alerts-" + options.faults + "-faults-" + options.clients + "-clients-seed-" + options.seed,
                        options.keep)
                : options;
    }

    private AlertsOptions of(int hurts, int people, int perSecond) {
        return new AlertsOptions(hurts, people, perSecond, seed, name, keep);
    }

    private AlertsOptions by(long chances, String called, boolean kept) {
        return new AlertsOptions(faults, clients, rate, chances, called, kept);
    }
}
