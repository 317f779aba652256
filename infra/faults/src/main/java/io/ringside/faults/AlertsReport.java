package io.ringside.faults;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.faults.alert.AlertEvidence;
import io.ringside.faults.check.Verdict;
import io.ringside.faults.outage.Outage;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What people saw of their alerts while things went wrong, for people and for programs.
 *
 * @param wanted faults
 * @param rate alerts a second, at most
 * @param accepted alerts that the log took
 * @param acknowledged of them in the book
 * @param resyncs pushes that did not follow on the last one
 * @param gaps restored subscriptions of which something was gone from the stream
 */
@Serdeable
record AlertsReport(
        String name,
        String at,
        long seed,
        int wanted,
        int clients,
        int rate,
        long seconds,
        MachineLoad before,
        MachineLoad after,
        long accepted,
        long acknowledged,
        long resyncs,
        long gaps,
        Map<String, Kind> kinds,
        List<Verdict> checks,
        List<Outage> outages) {
    /** All faults of one kind; milliseconds. */
    @Serdeable
    record Kind(int faults, long recoveredAfterMedian, long recoveredAfterMax) {
        static Kind of(List<Outage> outages) {
            List<Long> after =
                    outages.stream().map(Outage::recoveredAfterMs).sorted().toList();
            return new Kind(after.size(), after.get(after.size() / 2), after.getLast());
        }
    }

    static AlertsReport of(
            AlertsOptions options,
            String at,
            long seconds,
            MachineLoad before,
            List<Outage> outages,
            AlertEvidence evidence,
            List<Verdict> checks) {
        return new AlertsReport(
                options.name(),
                at,
                options.seed(),
                options.faults(),
                options.clients(),
                options.rate(),
                seconds,
                before,
                MachineLoad.now(),
                evidence.accepted().values().stream().mapToLong(List::size).sum(),
                evidence.acknowledged().values().stream().mapToLong(Set::size).sum(),
                evidence.resyncs(),
                evidence.gaps(),
                outages.stream()
                        .collect(Collectors.groupingBy(
                                Outage::kind,
                                TreeMap::new,
                                Collectors.collectingAndThen(Collectors.toList(), Kind::of))),
                checks,
                outages);
    }

    /** Every fault was made and made good, alerts were raised meanwhile, and no promise was broken. */
    boolean holds() {
        return outages.size() == wanted
                && outages.stream().allMatch(outage -> outage.recoveredAfterMs() >= 0)
                && accepted > 0
                && checks.stream().allMatch(Verdict::holds);
    }

    void print(PrintStream out, int violationsShown) {
        out.printf(Locale.ROOT, "%n%-24s %8s %26s%n", "fault", "made", "made good after, ms: median, most");
        kinds.forEach((kind, all) -> out.printf(
                Locale.ROOT,
                "%-24s %8d %18d %14d%n",
                kind,
                all.faults(),
                all.recoveredAfterMedian(),
                all.recoveredAfterMax()));
        out.printf(
                Locale.ROOT,
                "%n%d alerts for %d clients in %d s with seed %d, %d acknowledged; %d resyncs, %d gaps%n",
                accepted,
                clients,
                seconds,
                seed,
                acknowledged,
                resyncs,
                gaps);
        out.printf(
                Locale.ROOT,
                "%d processors; %.1f processes before, %.1f after%n%n",
                after.processors(),
                before.processes(),
                after.processes());
        checks.forEach(verdict -> verdict.print(out, violationsShown));
    }
}
