package io.ringside.benchmarks;

import io.ringside.benchmarks.command.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param rates orders a second of all users together
 * @param warmUpSeconds load before anything is measured
 * @param sustained whether to look for the highest rate that the floor bears
 * @param record whether the floor's programs write down what they learned, for {@code infra/train}; no result is kept
 * @param ready the ready file of a floor that runs already; null starts one
 */
record BenchOptions(
        List<Integer> rates,
        int users,
        int seconds,
        int warmUpSeconds,
        boolean sustained,
        String name,
        boolean keep,
        boolean record,
        @Nullable Path ready) {
    static final String USAGE =
            "usage: infra/bench [--rates 50,200] [--users 100] [--seconds 60] [--warm-up 60] [--sustained]"
                    + " [--name NAME] [--keep] [--floor READY_FILE]";
    /** Users that the demo data has for load. */
    static final int USERS_MAX = 100;
    /** What the gateway's limit of 20 orders a second lets each user send. */
    static final int RATE_PER_USER_MAX = 20;

    private static final int SECONDS_MAX = 3_600;

    static BenchOptions parse(List<String> line) {
        List<Integer> rates = List.of(50, 200);
        int users = USERS_MAX;
        int seconds = 60;
        int warmUp = 60;
        boolean sustained = false;
        boolean keep = false;
        boolean record = false;
        String name = "orders";
        Path ready = null;
        Words words = new Words(line, USAGE);
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--rates" -> rates = rates(words);
                case "--users" -> users = words.number(word, USERS_MAX);
                case "--seconds" -> seconds = words.number(word, SECONDS_MAX);
                case "--warm-up" -> warmUp = words.number(word, SECONDS_MAX);
                case "--sustained" -> sustained = true;
                case "--keep" -> keep = true;
                case "--record" -> record = true;
                case "--name" -> name = words.value(word);
                case "--floor" -> ready = readyFile(words);
                default -> throw words.unknown(word);
            }
        }
        int most = users * RATE_PER_USER_MAX;
        for (int rate : rates) {
            if (rate > most) {
                throw words.wrong("--rates: " + users + " users may send " + most + " orders/s");
            }
        }
        return new BenchOptions(rates, users, seconds, warmUp, sustained, name, keep, record, ready);
    }

    private static Path readyFile(Words words) {
        Path file = Path.of(words.value("--floor")).toAbsolutePath();
        if (!Files.isReadable(file)) {
            throw words.wrong("--floor: no floor has written " + file);
        }
        return file;
    }

    private static List<Integer> rates(Words words) {
        String text = words.value("--rates");
        return Arrays.stream(text.split(",", -1))
                .map(part -> (int) words.number("--rates", part, USERS_MAX * RATE_PER_USER_MAX))
                .toList();
    }
}
