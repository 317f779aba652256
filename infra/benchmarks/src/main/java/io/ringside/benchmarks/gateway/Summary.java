package io.ringside.benchmarks.gateway;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One figure over all rounds.
 *
 * @param median the middle one, or halfway between the two in the middle
 */
@Serdeable
record Summary(String what, String contender, String figure, double median, double least, double most, int rounds) {
    private record Key(String what, String contender, String figure) {}

    /** Of everything measured, in the order in which it was measured first. */
    static List<Summary> of(List<Measured> all) {
        Map<Key, List<Double>> values = new LinkedHashMap<>();
        for (Measured one : all) {
            one.figures().forEach((figure, value) -> values.computeIfAbsent(
                            new Key(one.what(), one.contender(), figure), key -> new ArrayList<>())
                    .add(value));
        }
        return values.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Lines for people: a block for each thing measured, a line for each server, a column for each figure. */
    static String table(List<Summary> all) {
        StringBuilder text = new StringBuilder();
        Map<String, List<Summary>> blocks =
                all.stream().collect(Collectors.groupingBy(Summary::what, LinkedHashMap::new, Collectors.toList()));
        blocks.forEach((what, block) -> {
            List<String> figures =
                    block.stream().map(Summary::figure).distinct().toList();
            text.append(String.format("%n%-22s", what));
            figures.forEach(figure -> text.append(String.format(" %22s", figure)));
            new TreeMap<>(block.stream().collect(Collectors.groupingBy(Summary::contender)))
                    .forEach((contender, line) -> {
                        text.append(String.format("%n  %-20s", contender));
                        figures.forEach(figure -> text.append(String.format(" %22s", cell(line, figure))));
                    });
            text.append(System.lineSeparator());
        });
        return text.toString();
    }

    private static Summary of(Key key, List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Summary(
                key.what(), key.contender(), key.figure(), median, sorted.getFirst(), sorted.getLast(), sorted.size());
    }

    private static String cell(List<Summary> line, String figure) {
        return line.stream()
                .filter(summary -> summary.figure().equals(figure))
                .map(Summary::shown)
                .findFirst()
                .orElse("-");
    }

    /** The median, and the least and the most where there were several rounds. */
    private String shown() {
        return rounds == 1 ? number(median) : number(median) + " (" + number(least) + '-' + number(most) + ')';
    }

    private static String number(double value) {
        return value >= 100 || value == Math.rint(value)
                ? String.format("%,.0f", value)
                : value >= 10 ? String.format("%.1f", value) : String.format("%.2f", value);
    }
}
