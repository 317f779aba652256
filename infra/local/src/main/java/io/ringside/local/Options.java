package io.ringside.local;

import io.ringside.provision.ProvisionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param feed {@code simulator}, {@code kraken} or {@code replay:FILE}
 * @param data folder that is kept between runs
 * @param bench whether the traders for load are loaded too
 * @param serversOnly whether nothing but PostgreSQL and nats-server runs, for an operator's work on what they hold
 */
record Options(String feed, int port, Path data, boolean bench, boolean serversOnly) {
    static final String USAGE =
            "usage: infra/up [--feed FILE|kraken] [--port PORT] [--data FOLDER] [--bench-traders] [--servers-only]";

    private static final int PORT_DEFAULT = 8080;
    private static final int PORT_MAX = 65_535;

    static Options parse(List<String> words, Path repository) {
        Options options = new Options("simulator", PORT_DEFAULT, repository.resolve(".ringside"), false, false);
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            options = switch (word) {
                case "--feed" -> options.withFeed(next(word, rest));
                case "--port" -> options.withPort(next(word, rest));
                case "--data" -> options.withData(next(word, rest));
                case "--bench-traders" ->
                    new Options(options.feed, options.port, options.data, true, options.serversOnly);
                case "--servers-only" -> new Options(options.feed, options.port, options.data, options.bench, true);
                default -> throw new ProvisionException("unknown option " + word + "; " + USAGE);
            };
        }
        return options;
    }

    private Options withFeed(String value) {
        if (value.equals("kraken") || value.equals("simulator")) {
            return new Options(value, port, data, bench, serversOnly);
        }
        Path file = Path.of(value).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw new ProvisionException("no readable recording at " + file + ": name one, or leave --feed out");
        }
        return new Options("replay:" + file, port, data, bench, serversOnly);
    }

    private Options withPort(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > PORT_MAX || Integer.parseInt(value) == 0) {
            throw new ProvisionException("--port " + value + " is not a port; " + USAGE);
        }
        return new Options(feed, Integer.parseInt(value), data, bench, serversOnly);
    }

    private Options withData(String value) {
        return new Options(feed, port, Path.of(value).toAbsolutePath().normalize(), bench, serversOnly);
    }

    private static String next(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new ProvisionException(option + " needs a value; " + USAGE);
        }
        return rest.next();
    }
}
