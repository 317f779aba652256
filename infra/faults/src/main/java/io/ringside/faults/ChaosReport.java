package io.ringside.faults;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.faults.check.Verdict;
import io.ringside.faults.evidence.Evidence;
import io.ringside.faults.kill.Kill;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run came to, for people and for programs. */
@Serdeable
record ChaosReport(
        String name,
        String at,
        long seed,
        int traders,
        long seconds,
        Map<String, Kind> kinds,
        Counts counts,
        Map<String, Long> connections,
        List<Verdict> checks,
        List<Kill> kills) {
    /** All kills of one kind of process; milliseconds. */
    @Serdeable
    record Kind(
            int kills,
            long unansweredAtKills,
            long undecidedAtKills,
            int killsWithNothingUnderWay,
            long servesAfterMedian,
            long servesAfterMax,
            long decidesAfterMedian,
            long decidesAfterMax) {
        static Kind of(List<Kill> kills) {
            List<Long> serves = kills.stream().map(Kill::servesAfterMs).sorted().toList();
            List<Long> decides =
                    kills.stream().map(Kill::decidesAfterMs).sorted().toList();
            return new Kind(
                    kills.size(),
                    kills.stream().mapToLong(Kill::unanswered).sum(),
                    kills.stream().mapToLong(Kill::undecided).sum(),
                    (int) kills.stream()
                            .filter(kill -> kill.unanswered() + kill.undecided() == 0)
                            .count(),
                    serves.get(serves.size() / 2),
                    serves.getLast(),
                    decides.get(decides.size() / 2),
                    decides.getLast());
        }
    }

    /**
     * What the clients did.
     *
     * @param unknown commands that were without a certain answer at some time and were asked again
     * @param commands orders and changes of them by what they ask for, and amends that a venue carried out
     * @param deals commands about requests for quotes, and how many requests ended how
     */
    @Serdeable
    record Counts(
            long asked,
            long received,
            long refused,
            long unknown,
            long ordersInBook,
            long ordersOpen,
            long trades,
            long gaps,
            Map<String, Long> commands,
            Map<String, Long> deals) {}

    /** Orders and changes of them by what they ask for, and amends that a venue carried out. */
    static Map<String, Long> commands(Evidence evidence) {
        Map<String, Long> commands = new TreeMap<>();
        evidence.asked().forEach(asked -> commands.merge(asked.verb().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
        long amended = evidence.book().runtime().events().stream()
                .filter(event -> event.subject().startsWith("evt.order.replaced."))
                .count();
        commands.put("amended", amended);
        return commands;
    }

    /** Commands about requests for quotes, and how many requests ended how. */
    static Map<String, Long> deals(Evidence evidence) {
        Map<String, Long> deals = new TreeMap<>();
        deals.put("commands", (long) evidence.dealings().asked().size());
        evidence.book()
                .negotiations()
                .rfqs()
                .forEach(rfq -> deals.merge(rfq.status().toLowerCase(Locale.ROOT), 1L, Long::sum));
        return deals;
    }

    static Map<String, Kind> kinds(List<Kill> kills) {
        return kills.stream()
                .collect(Collectors.groupingBy(
                        Kill::kind, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), Kind::of)));
    }

    boolean holds() {
        return checks.stream().allMatch(Verdict::holds);
    }

    void print(PrintStream out, int violationsShown) {
        out.printf(
                Locale.ROOT,
                "%n%-18s %6s %11s %10s %22s %22s%n",
                "process",
                "kills",
                "unanswered",
                "undecided",
                "serves after ms",
                "decides after ms");
        kinds.forEach((kind, of) -> out.printf(
                Locale.ROOT,
                "%-18s %6d %11d %10d %14d p50 %5d max %9d p50 %5d max%n",
                kind,
                of.kills(),
                of.unansweredAtKills(),
                of.undecidedAtKills(),
                of.servesAfterMedian(),
                of.servesAfterMax(),
                of.decidesAfterMedian(),
                of.decidesAfterMax()));
        printCounts(out);
        checks.forEach(verdict -> verdict.print(out, violationsShown));
    }

    private void printCounts(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%ncommands: %d asked, %d received, %d refused, %d unknown for a time and asked again%n",
                counts.asked(),
                counts.received(),
                counts.refused(),
                counts.unknown());
        out.printf(Locale.ROOT, "orders: %s%n", counts.commands());
        out.printf(Locale.ROOT, "requests for quotes: %s%n", counts.deals());
        out.printf(
                Locale.ROOT,
                "book: %d orders, %d open, %d trades; connections %s, gaps %d; %d s with seed %d%n%n",
                counts.ordersInBook(),
                counts.ordersOpen(),
                counts.trades(),
                connections,
                counts.gaps(),
                seconds,
                seed);
    }
}
