package io.ringside.rfq.desk;

import io.ringside.contracts.Side;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command for which risk is reserved before it is decided. If it has no effect, the risk check is told to let go of
 * whatever it reserved, even when nobody heard its answer.
 */
public record Reserved(String rfqId, String commandId, String account, String user, String instrument, Side side) {
    /** Of a quote. */
    public static Reserved by(SubmitQuote quote) {
        return new Reserved(
                quote.rfqId(), quote.clientQuoteId(), quote.account(), quote.user(), quote.instrument(), quote.side());
    }

    /** Of an acceptance. */
    public static Reserved by(AcceptQuote accept) {
        return new Reserved(
                accept.rfqId(),
                accept.clientResponseId(),
                accept.account(),
                accept.user(),
                accept.instrument(),
                accept.side());
    }

    /** The name that it is reserved under. */
    public String reservation() {
        return Rfq.reservationOf(account, commandId);
    }

    /** What is reserved is to be given back. */
    public Emission unused() {
        return Announcement.unused(account, reservation(), user, instrument, side);
    }

    Decision refused(Refusal refusal, Optional<Verdict> verdict, Instant at) {
        List<Emission> emissions = new ArrayList<>();
        emissions.add(Announcement.refused(rfqId, commandId, account, user, refusal, at));
        if (verdict.isEmpty() || verdict.get().approved()) {
            emissions.add(unused());
        }
        return Decision.of("refused", emissions);
    }
}
