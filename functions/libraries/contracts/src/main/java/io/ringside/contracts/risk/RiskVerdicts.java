package io.ringside.contracts.risk;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code rpc.risk.reserve}, in the order of the requests. */
@Serdeable
public record RiskVerdicts(List<Verdict> verdicts) {
    /**
     * The decision on one order.
     *
     * @param reason code of {@link io.ringside.contracts.RejectReason}, absent when approved
     * @param text the refusal as a sentence with the limit, what was asked and what is left
     * @param limitVersion version of the limit row that decided; 0 when there was none
     * @param referencePrice price that the collar and the notional were computed from, decimal text
     * @param reached the level that this reservation lifted a limit's use to, if it lifted it to another
     */
    @Serdeable
    public record Verdict(
            String account,
            String clientOrderId,
            boolean approved,
            @Nullable String reason,
            @Nullable String text,
            long limitVersion,
            @Nullable String referencePrice,
            @Nullable LimitReached reached) {}
}
