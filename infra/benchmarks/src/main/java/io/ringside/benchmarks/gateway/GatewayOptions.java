package io.ringside.benchmarks.gateway;

import io.ringside.benchmarks.command.Words;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param parts what is measured
 * @param rounds how often, each time in another order of the servers
 * @param sizes of what is measured
 * @param heapMb heap of the gateway and of raw Netty
 */
record GatewayOptions(Set<Part> parts, int rounds, Sizes sizes, int heapMb, String name, boolean keep) {
    static final String USAGE = "usage: infra/bench gateway [--parts " + Part.words() + "] [--rounds 3]"
            + " [--rates 20,50,100,150] " + Size.usage() + " [--heap 192] [--quick]"
            + " [--name NAME] [--keep]";
    private static final int ROUNDS_MAX = 9;
    private static final int RATE_MAX = 2_000;
    private static final int HEAP_MB_MAX = 4_096;

    GatewayOptions {
        parts = Set.copyOf(parts);
    }

    static GatewayOptions parse(List<String> line) {
        // A size that is named counts, whether it stands before or after --quick.
        boolean quick = line.contains("--quick");
        Sizes sizes = quick ? Sizes.quick() : Sizes.whole();
        GatewayOptions options =
                new GatewayOptions(Part.all(), quick ? 1 : 3, sizes, 192, quick ? "gateway-quick" : "gateway", false);
        Words words = new Words(line, USAGE);
        while (words.hasNext()) {
            options = options.with(words.next(), words);
        }
        if (options.sizes.of(Size.MANY) <= options.sizes.of(Size.FEW)) {
            throw words.wrong("--many must be more than --few");
        }
        return options;
    }

    private GatewayOptions with(String word, Words words) {
        return switch (word) {
            case "--quick" -> this;
            case "--parts" -> new GatewayOptions(parts(words), rounds, sizes, heapMb, name, keep);
            case "--rounds" -> new GatewayOptions(parts, words.number(word, ROUNDS_MAX), sizes, heapMb, name, keep);
            case "--heap" -> new GatewayOptions(parts, rounds, sizes, words.number(word, HEAP_MB_MAX), name, keep);
            case "--name" -> new GatewayOptions(parts, rounds, sizes, heapMb, words.value(word), keep);
            case "--keep" -> new GatewayOptions(parts, rounds, sizes, heapMb, name, true);
            default -> new GatewayOptions(parts, rounds, sized(word, words), heapMb, name, keep);
        };
    }

    private Sizes sized(String word, Words words) {
        if (word.equals("--rates")) {
            return sizes.with(rates(words));
        }
        Size size = Size.of(word).orElseThrow(() -> words.unknown(word));
        return sizes.with(size, words.number(word, size.most()));
    }

    private static Set<Part> parts(Words words) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String part : words.value("--parts").split(",", -1)) {
            parts.add(Part.of(part).orElseThrow(() -> words.wrong("--parts " + part + " is none of " + Part.words())));
        }
        return parts;
    }

    private static List<Integer> rates(Words words) {
        return Stream.of(words.value("--rates"))
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(rate -> (int) words.number("--rates", rate, RATE_MAX))
                .toList();
    }
}
