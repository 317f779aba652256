package io.ringside.benchmarks.sockets;

import io.ringside.benchmarks.command.Words;
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

    static SocketsOptions parse(List<String> line) {
        SocketsOptions options = new SocketsOptions(1_000, 5_000, 2_000, 50, 30, "sockets", false);
        Words words = new Words(line, USAGE);
        while (words.hasNext()) {
            String word = words.next();
            options = switch (word) {
                case "--few" -> options.with(words.number(word, SOCKETS_MAX), options.many);
                case "--many" -> options.with(options.few, words.number(word, SOCKETS_MAX));
                case "--returning" -> options.returning(words.number(word, SOCKETS_MAX), options.missed);
                case "--missed" -> options.returning(options.returning, words.number(word, MISSED_MAX));
                case "--seconds" -> options.named(words.number(word, SECONDS_MAX), options.name, options.keep);
                case "--name" -> options.named(options.seconds, words.value(word), options.keep);
                case "--keep" -> options.named(options.seconds, options.name, true);
                default -> throw words.unknown(word);
            };
        }
        if (options.many <= options.few) {
            throw words.wrong("--many must be more than --few");
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
}
