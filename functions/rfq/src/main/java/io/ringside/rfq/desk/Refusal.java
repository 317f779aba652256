package io.ringside.rfq.desk;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a command has no effect.
 *
 * @param text names the field and the rule, or the limit, what was asked and what is left
 */
public record Refusal(RejectReason reason, String text) {
    /** A refusal that the catalogue's own sentence says well enough. */
    public static Refusal of(RejectReason reason) {
        return new Refusal(reason, reason.sentence());
    }

    /** What the risk check says, if it does not approve; no answer is an answer. */
    static Optional<Refusal> by(Optional<Verdict> verdict) {
        if (verdict.isEmpty()) {
            return Optional.of(of(RejectReason.RISK_UNAVAILABLE));
        }
        Verdict given = verdict.get();
        if (given.approved()) {
            return Optional.empty();
        }
        RejectReason reason =
                Optional.ofNullable(given.reason()).flatMap(RejectReason::find).orElse(RejectReason.RISK_UNAVAILABLE);
        return Optional.of(new Refusal(reason, Objects.requireNonNullElse(given.text(), reason.sentence())));
    }
}
