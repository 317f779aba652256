package io.ringside.ordersubmit;

import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.trading.instrument.InstrumentTable;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch was told before its transaction.
 *
 * @param instruments the table that the whole batch is decided on
 * @param verdicts by order; one that is missing was not given in time
 */
record RiskAnswers(InstrumentTable instruments, Map<OrderKey, Verdict> verdicts) {
    Optional<Verdict> verdict(OrderKey key) {
        return Optional.ofNullable(verdicts.get(key));
    }
}
