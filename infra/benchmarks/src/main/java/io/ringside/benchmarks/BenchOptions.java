package io.ringside.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
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

    static BenchOptions parse(List<String> words) {
        List<Integer> rates = List.of(50, 200);
        int users = USERS_MAX;
        int seconds = 60;
        int warmUp = 60;
        boolean sustained = false;
        boolean keep = false;
        boolean record = false;
        String name = "orders";
        Path ready = null;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--rates" -> rates = rates(value(word, rest));
                case "--users" -> users = number(word, value(word, rest), USERS_MAX);
                case "--seconds" -> seconds = number(word, value(word, rest), SECONDS_MAX);
                case "--warm-up" -> warmUp = number(word, value(word, rest), SECONDS_MAX);
                case "--sustained" -> sustained = true;
                case "--keep" -> keep = true;
                case "--record" -> record = true;
                case "--name" -> name = value(word, rest);
                case "--floor" -> ready = readyFile(value(word, rest));
                default -> throw new IllegalArgumentException("unknown option " + word + "; " + USAGE);
            }
        }
        int most = users * RATE_PER_USER_MAX;
        for (int rate : rates) {
            if (rate > most) {
                throw new IllegalArgumentException(
                        "--rates: " + users + " users may send " + most + " orders/s; " + USAGE);
            }
        }
        return new BenchOptions(rates, users, seconds, warmUp, sustained, name, keep, record, ready);
    }

    private static Path readyFile(String value) {
        Path file = Path.of(value).toAbsolutePath();
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("--floor: no floor has written " + file + "; " + USAGE);
        }
        return file;
    }

    private static List<Integer> rates(String text) {
        List<Integer> rates = new ArrayList<>();
        Arrays.stream(text.split(",", -1))
                .forEach(part -> rates.add(number("--rates", part, USERS_MAX * RATE_PER_USER_MAX)));
        return List.copyOf(rates);
    }

    private static int number(String option, String value, int most) {
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
