package io.ringside.faults.check;

import io.ringside.faults.evidence.Evidence;
import java.util.List;

/** Looks at a run from every side. */
public final class Checker {
    private static final List<Check> CHECKS = List.of(
            new OneOutcomeForEachReceived(),
            new NothingThatWasNotAsked(),
            new NoIdTwice(),
            new FillsMakeFilled(),
            new VenueAgrees(),
            new PositionsAreFills(),
            new ReservationsAreOpenOrders(),
            new ExposureIsPositions(),
            new ClientsSeeTheBook(),
            new VersionsWithoutGaps(),
            new EventsArePublished(),
            new EverythingIsHandled(),
            new AuditChainHolds(),
            new NoDeadLetters(),
            new DealsHaveOneOutcome(),
            new RequestsTradeOnce(),
            new EndedRequestsReserveNothing(),
            new PartiesSeeTheirRequests(),
            new NobodySeesAnothersPrice());

    private Checker() {}

    /** The verdict of each check, in a fixed order. */
    public static List<Verdict> judge(Evidence evidence) {
        return CHECKS.stream().map(check -> judge(check, evidence)).toList();
    }

    private static Verdict judge(Check check, Evidence evidence) {
        Findings findings = new Findings();
        check.look(evidence, findings);
        return new Verdict(check.title(), findings.count(), findings.violations());
    }
}
