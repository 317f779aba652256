package io.ringside.faults;

import io.ringside.benchmarks.command.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param kills of each kind of process
 * @param traders at work at once
 * @param everyMs about how long each waits between two commands
 * @param feed a recording instead of the simulator
 * @param gateways behind a balancer, if more than one; each is a kind of process
 * @param keep whether the floor's folder stays although all is well
 */
record ChaosOptions(
        int kills,
        long seed,
        int traders,
        long everyMs,
        String name,
        @Nullable Path feed,
        int gateways,
        boolean keep) {
    static final String USAGE =
            "usage: infra/chaos [--kills N] [--seed S] [--traders N] [--every MS] [--gateways N] [--feed FILE]"
                    + " [--name NAME] [--keep]";
    static final int TRADERS_MAX = 100;
    private static final int GATEWAYS_MAX = 4;

    private static final ChaosOptions USUAL = new ChaosOptions(20, 1, 10, 300, "", null, 2, false);

    static ChaosOptions parse(List<String> line) {
        ChaosOptions options = USUAL;
        Words words = new Words(line, USAGE);
        while (words.hasNext()) {
            String word = words.next();
            options = switch (word) {
                case "--kills" -> options.withKills(words.number(word, 10_000));
                case "--seed" -> options.withSeed(words.number(word, Long.MAX_VALUE));
                case "--traders" -> options.withLoad(words.number(word, TRADERS_MAX), options.everyMs);
                case "--every" -> options.withLoad(options.traders, words.number(word, 60_000));
                case "--gateways" -> options.withGateways(words.number(word, GATEWAYS_MAX));
                case "--feed" -> options.withFeed(Path.of(words.value(word)).toAbsolutePath());
                case "--name" -> options.withName(words.value(word));
                case "--keep" -> options.kept();
                default -> throw words.unknown(word);
            };
        }
        return options.name.isEmpty()
                ? options.withName("chaos-" + options.kills + "-kills-seed-" + options.seed
                        + (options.gateways == 2 ? "" : "-gateways-" + options.gateways))
                : options;
    }

    private ChaosOptions withKills(int value) {
        return new ChaosOptions(value, seed, traders, everyMs, name, feed, gateways, keep);
    }

    private ChaosOptions withSeed(long value) {
        return new ChaosOptions(kills, value, traders, everyMs, name, feed, gateways, keep);
    }

    private ChaosOptions withLoad(int moreTraders, long moreOften) {
        return new ChaosOptions(kills, seed, moreTraders, moreOften, name, feed, gateways, keep);
    }

    private ChaosOptions withName(String value) {
        return new ChaosOptions(kills, seed, traders, everyMs, value, feed, gateways, keep);
    }

    private ChaosOptions withFeed(Path value) {
        return new ChaosOptions(kills, seed, traders, everyMs, name, value, gateways, keep);
    }

    private ChaosOptions withGateways(int value) {
        return new ChaosOptions(kills, seed, traders, everyMs, name, feed, value, keep);
    }

    private ChaosOptions kept() {
        return new ChaosOptions(kills, seed, traders, everyMs, name, feed, gateways, true);
    }

    /** What {@code infra/up} is told. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("--gateways", Integer.toString(gateways)));
        if (feed != null) {
            words.addAll(List.of("--feed", feed.toString()));
        }
        return words;
    }
}
