package io.ringside.local;

import io.ringside.provision.ProvisionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param feed {@code simulator}, {@code kraken} or {@code replay:FILE}
 * @param gateways how many; more than one have a balancer in front, on the port
 * @param data folder that is kept between runs
 */
record Options(String feed, int port, int gateways, Path data, Set<Extra> extras) {
    static final String USAGE = "usage: infra/up [--feed FILE|kraken] [--port PORT] [--gateways N] [--data FOLDER]"
            + " [--profile conformance] [--bench-traders] [--bench-crowd] [--servers-only] [--brief] [--no-build]";

    Options {
        extras = Set.copyOf(extras);
    }

    /** What is asked for by a word alone. */
    enum Extra {
        /** Gateways echo at {@code /ws/echo}, for suites that judge them by RFC 6455. */
        CONFORMANCE,
        /** The traders for load are loaded too. */
        BENCH_TRADERS,
        /** A thousand users with one account between them are loaded. */
        BENCH_CROWD,
        /** Nothing but PostgreSQL and nats-server runs, for an operator's work on what they hold. */
        SERVERS_ONLY,
        /** It lives for minutes: its programs start soonest and keep nothing for later lives. */
        BRIEF,
        /** The programs write down at their end what they learned, for {@code infra/train}. */
        RECORD
    }

    private static final int PORT_DEFAULT = 8080;
    private static final int PORT_MAX = 65_535;
    private static final int GATEWAYS_MAX = 4;

    static Options parse(List<String> words, Path repository) {
        Options options = new Options("simulator", PORT_DEFAULT, 1, repository.resolve(".ringside"), Set.of());
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            options = switch (word) {
                case "--feed" -> options.withFeed(next(word, rest));
                case "--port" -> options.withPort(next(word, rest));
                case "--gateways" -> options.withGateways(next(word, rest));
                case "--data" -> options.withData(next(word, rest));
                case "--profile" -> options.withProfile(next(word, rest));
                case "--bench-traders" -> options.with(Extra.BENCH_TRADERS);
                case "--bench-crowd" -> options.with(Extra.BENCH_CROWD);
                case "--servers-only" -> options.with(Extra.SERVERS_ONLY);
                case "--brief" -> options.with(Extra.BRIEF);
                case "--record" -> options.with(Extra.RECORD);
                default -> throw new ProvisionException("unknown option " + word + "; " + USAGE);
            };
        }
        if (options.gateways > 1 && options.has(Extra.RECORD)) {
            throw new ProvisionException("--record takes one gateway: two would write to one file; " + USAGE);
        }
        if (options.has(Extra.BRIEF) && options.has(Extra.RECORD)) {
            throw new ProvisionException("--brief keeps nothing, --record does: choose one; " + USAGE);
        }
        return options;
    }

    EarlierLives.Life life() {
        if (has(Extra.RECORD)) {
            return EarlierLives.Life.RECORDED;
        }
        return has(Extra.BRIEF) ? EarlierLives.Life.BRIEF : EarlierLives.Life.LASTING;
    }

    boolean has(Extra extra) {
        return extras.contains(extra);
    }

    /** Files of the demo data that come only when asked for. */
    List<String> crowds() {
        return Stream.of(has(Extra.BENCH_TRADERS) ? "bench" : null, has(Extra.BENCH_CROWD) ? "crowd" : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private Options with(Extra extra) {
        Set<Extra> more = EnumSet.of(extra);
        more.addAll(extras);
        return new Options(feed, port, gateways, data, more);
    }

    private Options withProfile(String value) {
        if (!value.equals("conformance")) {
            throw new ProvisionException("--profile " + value + " is not conformance; " + USAGE);
        }
        return with(Extra.CONFORMANCE);
    }

    private Options withFeed(String value) {
        if (value.equals("kraken") || value.equals("simulator")) {
            return new Options(value, port, gateways, data, extras);
        }
        Path file = Path.of(value).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw new ProvisionException("no readable recording at " + file + ": name one, or leave --feed out");
        }
        return new Options("replay:" + file, port, gateways, data, extras);
    }

    private Options withPort(String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > PORT_MAX || Integer.parseInt(value) == 0) {
            throw new ProvisionException("--port " + value + " is not a port; " + USAGE);
        }
        return new Options(feed, Integer.parseInt(value), gateways, data, extras);
    }

    private Options withGateways(String value) {
        if (!value.matches("\\d") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > GATEWAYS_MAX) {
            throw new ProvisionException(
                    "--gateways " + value + " is not between 1 and " + GATEWAYS_MAX + "; " + USAGE);
        }
        return new Options(feed, port, Integer.parseInt(value), data, extras);
    }

    private Options withData(String value) {
        return new Options(feed, port, gateways, Path.of(value).toAbsolutePath().normalize(), extras);
    }

    private static String next(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new ProvisionException(option + " needs a value; " + USAGE);
        }
        return rest.next();
    }
}
