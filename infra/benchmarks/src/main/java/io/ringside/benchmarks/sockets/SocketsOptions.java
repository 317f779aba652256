package io.ringside.benchmarks.sockets;

import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param few sockets at which memory is first looked at, and at which delivery is measured
 * @param many sockets at which memory is looked at again
 * @param returning sockets that come back at once
 * @param missed messages that each of them missed
 * @param seconds that delivery is measured for
 */
record SocketsOptions(int few, int many, int returning, int missed, int seconds, String name, boolean keep) {
    static final String USAGE = "usage: infra/bench sockets [--few 1000] [--many 5000] [--returning 2000] [--missed 50]"
            + " [--seconds 30] [--name NAME] [--keep]";
    /** The crowd, with as many sockets as one user may have. */
    private static final int SOCKETS_MAX = 20_000;
    /** What an inbox keeps. */
    private static final int MISSED_MAX = 100;

    private static final int SECONDS_MAX = 600;

    static SocketsOptions parse(List<String> words) {
        SocketsOptions options = new SocketsOptions(1_000, 5_000, 2_000, 50, 30, "sockets", false);
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            options = switch (word) {
                case "--few" -> options.with(number(word, rest, SOCKETS_MAX), options.many);
                case "--many" -> options.with(options.few, number(word, rest, SOCKETS_MAX));
                case "--returning" -> options.returning(number(word, rest, SOCKETS_MAX), options.missed);
                case "--missed" -> options.returning(options.returning, number(word, rest, MISSED_MAX));
                case "--seconds" -> options.named(number(word, rest, SECONDS_MAX), options.name, options.keep);
                case "--name" -> options.named(options.seconds, value(word, rest), options.keep);
                case "--keep" -> options.named(options.seconds, options.name, true);
                default -> throw new IllegalArgumentException("unknown option " + word + "; " + USAGE);
            };
        }
        if (options.many <= options.few) {
            throw new IllegalArgumentException("--many must be more than --few; " + USAGE);
        }
        return options;
    }

    private SocketsOptions with(int fewer, int more) {
        return new SocketsOptions(fewer, more, returning, missed, seconds, name, keep);
    }

    private SocketsOptions returning(int sockets, int messages) {
        return new SocketsOptions(few, many, sockets, messages, seconds, name, keep);
    }

    private SocketsOptions named(int length, String called, boolean kept) {
        return new SocketsOptions(few, many, returning, missed, length, called, kept);
    }

    private static int number(String option, Iterator<String> rest, int most) {
        String value = value(option, rest);
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw new IllegalArgumentException(option + " " + value + " is not between 1 and " + most + "; " + USAGE);
        }
        return Integer.parseInt(value);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value; " + USAGE);
        }
        return rest.next();
    }
}
