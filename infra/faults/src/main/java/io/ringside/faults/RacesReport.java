package io.ringside.faults;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Wire;
import io.ringside.contracts.rfq.RfqRefused;
import io.ringside.faults.check.Checker;
import io.ringside.faults.check.Verdict;
import io.ringside.faults.evidence.Asked.Fate;
import io.ringside.faults.evidence.AskedDeal;
import io.ringside.faults.evidence.Book;
import io.ringside.faults.evidence.Evidence;
import io.ringside.faults.race.Rival;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the races came to, for people and for programs.
 *
 * @param gateways clients that each served
 * @param outcomes how many requests ended how, by what the acceptances ran against
 * @param acceptances how many had their effect, and how many were refused for which reason
 */
@Serdeable
record RacesReport(
        String name,
        String at,
        long seed,
        int wanted,
        int over,
        long seconds,
        Map<String, Long> gateways,
        Map<String, Map<String, Long>> outcomes,
        Map<String, Long> acceptances,
        List<Verdict> checks) {

    static RacesReport of(
            RacesOptions options,
            String at,
            int over,
            long seconds,
            Map<String, Long> gateways,
            Map<String, Rival> rivals,
            Evidence evidence) {
        return new RacesReport(
                options.name(),
                at,
                options.seed(),
                options.rfqs(),
                over,
                seconds,
                gateways,
                outcomes(rivals, evidence.book()),
                acceptances(evidence),
                Checker.judge(evidence));
    }

    /** Every race was run, and nothing is wrong with any of them. */
    boolean holds() {
        return over == wanted && checks.stream().allMatch(Verdict::holds);
    }

    void print(PrintStream out, int violationsShown) {
        out.printf(Locale.ROOT, "%n%-12s %s%n", "against", "requests that ended");
        outcomes.forEach((rival, ends) -> out.printf(Locale.ROOT, "%-12s %s%n", rival, ends));
        out.printf(Locale.ROOT, "%nacceptances: %s%n", acceptances);
        out.printf(
                Locale.ROOT,
                "%d of %d races over in %d s with seed %d; clients by gateway %s%n%n",
                over,
                wanted,
                seconds,
                seed,
                gateways);
        for (Verdict verdict : checks) {
            verdict.print(out, violationsShown);
        }
    }

    private static Map<String, Map<String, Long>> outcomes(Map<String, Rival> rivals, Book book) {
        Map<String, Map<String, Long>> outcomes = new TreeMap<>();
        for (Book.Rfq rfq : book.negotiations().rfqs()) {
            Rival rival = rivals.get(rfq.rfqId());
            outcomes.computeIfAbsent(rival == null ? "?" : word(rival.name()), key -> new TreeMap<>())
                    .merge(word(rfq.status()), 1L, Long::sum);
        }
        return outcomes;
    }

    private static Map<String, Long> acceptances(Evidence evidence) {
        Map<String, String> reasons = new HashMap<>();
        for (Book.Event event : evidence.book().runtime().events()) {
            if (event.type().equals("rfq.refused")) {
                try {
                    RfqRefused refusal = Wire.decode(event.body(), RfqRefused.class);
                    reasons.put(refusal.account() + '/' + refusal.commandId(), refusal.reason());
                } catch (Wire.UndecodableException e) {
                    reasons.put(event.eventId(), "unreadable");
                }
            }
        }
        Map<String, Long> ends = new TreeMap<>();
        for (AskedDeal command : evidence.dealings().asked()) {
            if (command.verb().equals("accept")) {
                String end = command.fate() == Fate.RECEIVED
                        ? reasons.getOrDefault(command.identity(), "traded")
                        : "not received";
                ends.merge(word(end), 1L, Long::sum);
            }
        }
        return ends;
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
