package io.ringside.faults;

import io.ringside.benchmarks.command.Words;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param rfqs requests that are raced for
 * @param clients of one account, on both gateways
 * @param tries of each client in each race, with ids of their own
 * @param atOnce races at a time
 * @param keep whether the floor's folder stays although all is well
 */
record RacesOptions(int rfqs, long seed, int clients, int tries, int atOnce, String name, boolean keep) {
    static final String USAGE = "usage: infra/races [--rfqs N] [--seed S] [--clients N] [--tries N] [--at-once N]"
            + " [--name NAME] [--keep]";
    /** Sockets of one user that a gateway takes. */
    private static final int CLIENTS_MAX = 20;

    private static final RacesOptions USUAL = new RacesOptions(1_000, 1, CLIENTS_MAX, 2, 16, "", false);

    static RacesOptions parse(List<String> line) {
        RacesOptions options = USUAL;
        Words words = new Words(line, USAGE);
        while (words.hasNext()) {
            String word = words.next();
            options = switch (word) {
                case "--rfqs" -> options.of(words.number(word, 100_000), options.seed);
                case "--seed" -> options.of(options.rfqs, words.number(word, Long.MAX_VALUE));
                case "--clients" -> options.by(words.number(word, CLIENTS_MAX), options.tries, options.atOnce);
                case "--tries" -> options.by(options.clients, words.number(word, 10), options.atOnce);
                case "--at-once" -> options.by(options.clients, options.tries, words.number(word, 100));
                case "--name" -> options.named(words.value(word), options.keep);
                case "--keep" -> options.named(options.name, true);
                default -> throw words.unknown(word);
            };
        }
        return options.name.isEmpty()
                ? options.named("races-" + options.rfqs + "-seed-" + options.seed, options.keep)
                : options;
    }

    private RacesOptions of(int requests, long chances) {
        return new RacesOptions(requests, chances, clients, tries, atOnce, name, keep);
    }

    private RacesOptions by(int racing, int times, int together) {
        return new RacesOptions(rfqs, seed, racing, times, together, name, keep);
    }

    private RacesOptions named(String value, boolean kept) {
        return new RacesOptions(rfqs, seed, clients, tries, atOnce, value, kept);
    }
}
