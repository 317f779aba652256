package io.ringside.faults;

import java.util.Iterator;
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

    static RacesOptions parse(List<String> words) {
        RacesOptions options = USUAL;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            options = switch (word) {
                case "--rfqs" -> options.of((int) number(word, rest, 100_000), options.seed);
                case "--seed" -> options.of(options.rfqs, number(word, rest, Long.MAX_VALUE));
                case "--clients" -> options.by((int) number(word, rest, CLIENTS_MAX), options.tries, options.atOnce);
                case "--tries" -> options.by(options.clients, (int) number(word, rest, 10), options.atOnce);
                case "--at-once" -> options.by(options.clients, options.tries, (int) number(word, rest, 100));
                case "--name" -> options.named(value(word, rest), options.keep);
                case "--keep" -> options.named(options.name, true);
                default -> throw new IllegalArgumentException("unknown option " + word + "; " + USAGE);
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

    private static long number(String option, Iterator<String> rest, long most) {
        String value = value(option, rest);
        if (!value.matches("\\d{1,18}") || Long.parseLong(value) < 1 || Long.parseLong(value) > most) {
            throw new IllegalArgumentException(option + " " + value + " is not between 1 and " + most + "; " + USAGE);
        }
        return Long.parseLong(value);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value; " + USAGE);
        }
        return rest.next();
    }
}
