package io.ringside.ordersubmit.desk;

import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the risk check was asked about an amend, and what it said.
 *
 * @param request absent when it was not asked
 * @param verdict absent when it was not given in time
 */
public record RiskAnswer(ReserveRisk.@Nullable Request request, Optional<Verdict> verdict) {
    /** Nothing was asked. */
    public static final RiskAnswer NOT_ASKED = new RiskAnswer(null, Optional.empty());

    /** Whether something may be reserved: who did not answer in time may have done so. */
    boolean mayHold() {
        return request != null && verdict.map(Verdict::approved).orElse(true);
    }
}
