package io.ringside.rfq.desk;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.risk.LimitAlarm;
import java.util.Optional;

/** What the maker of a price, or of an acceptance, has to acknowledge: the level of a limit that it lifted. */
public final class LimitWatch {
    private static final String RAISE = "alert.raise";
    private static final String REFUSED = "refused";

    private LimitWatch() {}

    /** The decision with what it raises; what had no effect is given back, and lifts nothing. */
    public static Decision added(
            Decision decision, Reserved reserved, Optional<Verdict> verdict, InstrumentTable instruments) {
        if (decision.outcome().equals(REFUSED)) {
            return decision;
        }
        return verdict.map(Verdict::reached)
                .map(reached -> LimitAlarm.of(
                        reached,
                        instruments.require(reserved.instrument()),
                        reserved.account(),
                        reserved.user(),
                        reserved.reservation(),
                        null))
                .map(alert -> decision.with(new Emission(Subjects.alertCommand("raise", alert.user()), RAISE, alert)))
                .orElse(decision);
    }
}
