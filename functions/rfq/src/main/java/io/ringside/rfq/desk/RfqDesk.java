package io.ringside.rfq.desk;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.ExpireRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.QuoteStatus;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.Rfq;
import io.ringside.contracts.rfq.RfqStatus;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.rfq.desk.RequestAdmission.Admission;
import io.ringside.rfq.negotiation.Answer;
import io.ringside.rfq.negotiation.Ending;
import io.ringside.rfq.negotiation.Negotiation;
import io.ringside.rfq.negotiation.Offer;
import io.ringside.rfq.negotiation.Traders;
import io.ringside.rfq.negotiation.Trades;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.trading.instrument.InstrumentTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The requests of one batch and what each command does to them: pure. */
public final class RfqDesk {
    private final RequestAdmission admission;
    private final NegotiationTable table;

    /** @param known the requests that the batch names, as far as there are any */
    public RfqDesk(InstrumentTable instruments, Traders traders, Map<String, Negotiation> known) {
        this.admission = new RequestAdmission(instruments, traders);
        this.table = new NegotiationTable(known);
    }

    /** Somebody asks for prices. */
    public Decision request(RequestQuotes command, Instant at) {
        String rfqId = Rfq.idOf(command.account(), command.clientRfqId());
        return switch (admission.admit(command, at)) {
            case Admission.Refused refused ->
                refused(rfqId, command.clientRfqId(), command.account(), command.user(), refused.refusal(), at);
            case Admission.Admitted admitted -> {
                Negotiation opened = table.keep(Negotiation.opened(admitted.terms(), admitted.counterparties()));
                List<Emission> emissions = new ArrayList<>();
                emissions.add(Announcement.fact("requested", opened));
                emissions.add(Announcement.timer(rfqId, opened.terms().expiresAt()));
                emissions.addAll(table.tellEverybody(opened));
                yield Decision.of("requested", emissions);
            }
        };
    }

    /**
     * Somebody who was asked gives a price, or another one.
     *
     * @param newQuoteId of his price if it is his first
     */
    public Decision quote(SubmitQuote command, Optional<Verdict> verdict, String newQuoteId, Instant at) {
        Optional<Negotiation> found = Optional.ofNullable(table.find(command.rfqId()));
        Optional<Refusal> refusal = AnswerAdmission.notCounterparty(found, command.user(), at)
                .or(() -> AnswerAdmission.badQuote(found.orElseThrow(), command))
                .or(() -> Refusal.by(verdict));
        if (refusal.isPresent()) {
            return Reserved.by(command).refused(refusal.get(), verdict, at);
        }
        Negotiation before = found.orElseThrow();
        Answer answer = before.answerOf(command.user()).orElseThrow();
        Offer offer = Offer.of(command, before.terms().instrument(), answer.offer(), newQuoteId);
        Negotiation quoted = table.keep(before.quoted(command.user(), offer, at));
        return changed("quoted", answer, quoted, shown(verdict));
    }

    /** Whoever asked trades on one version of one price. */
    public Decision accept(AcceptQuote command, Optional<Verdict> verdict, Instant at) {
        Optional<Negotiation> found = Optional.ofNullable(table.find(command.rfqId()));
        Optional<Refusal> refusal = AnswerAdmission.notRequester(found, command.user(), command.account(), at)
                .or(() -> AnswerAdmission.badAcceptance(found.orElseThrow(), command))
                .or(() -> Refusal.by(verdict));
        if (refusal.isPresent()) {
            return Reserved.by(command).refused(refusal.get(), verdict, at);
        }
        Negotiation before = found.orElseThrow();
        Answer winner = before.answerWith(command.quoteId()).orElseThrow();
        Negotiation traded = table.keep(before.traded(winner.user(), at));
        List<Emission> emissions = new ArrayList<>();
        emissions.add(Announcement.fact("traded", traded));
        emissions.addAll(Trades.of(
                traded.terms(),
                winner,
                Objects.requireNonNull(winner.offer()),
                Reserved.by(command).reservation(),
                at));
        before.answers().stream()
                .filter(answer -> !answer.equals(winner))
                .forEach(answer -> emissions.addAll(Announcement.released(before.terms(), answer)));
        emissions.addAll(table.tellEverybody(traded));
        return new Decision("traded", shown(verdict), emissions);
    }

    /** Somebody who was asked gives no price, or takes his back. */
    public Decision pass(PassRfq command, Instant at) {
        Optional<Negotiation> found = Optional.ofNullable(table.find(command.rfqId()));
        Optional<Refusal> refusal = AnswerAdmission.notCounterparty(found, command.user(), at)
                .or(() -> found.flatMap(negotiation -> negotiation.answerOf(command.user()))
                        .filter(answer -> answer.status() == QuoteStatus.PASSED)
                        .map(answer -> Refusal.of(RejectReason.PASSED_ALREADY)));
        if (refusal.isPresent()) {
            return refused(
                    command.rfqId(), command.clientResponseId(), command.account(), command.user(), refusal.get(), at);
        }
        Negotiation before = found.orElseThrow();
        Answer answer = before.answerOf(command.user()).orElseThrow();
        Negotiation passed = table.keep(before.passed(command.user(), at));
        return changed("passed", answer, passed, "");
    }

    /** Whoever asked wants no more prices. */
    public Decision cancel(CancelRfq command, Instant at) {
        Optional<Negotiation> found = Optional.ofNullable(table.find(command.rfqId()));
        return AnswerAdmission.notRequester(found, command.user(), command.account(), at)
                .map(refusal -> refused(
                        command.rfqId(), command.clientResponseId(), command.account(), command.user(), refusal, at))
                .orElseGet(() -> end(found.orElseThrow(), Ending.CANCELLED, "cancelled", at));
    }

    /** Its time is over, unless it ended before. A timer that came too early is set again. */
    public Decision expire(ExpireRfq command, Instant at) {
        Negotiation before = table.find(command.rfqId());
        if (before == null || before.status() != RfqStatus.OPEN) {
            return Decision.nothing("ended-before");
        }
        if (before.isOpen(at)) {
            Emission again = Announcement.timer(command.rfqId(), before.terms().expiresAt());
            return Decision.of("not-due", List.of(again));
        }
        return end(before, Ending.EXPIRED, "expired", at);
    }

    /** A command that has no effect. */
    public static Decision refused(
            String rfqId, String commandId, String account, String user, Refusal refusal, Instant at) {
        return Decision.of("refused", List.of(Announcement.refused(rfqId, commandId, account, user, refusal, at)));
    }

    /** Whether this reservation is of a price that may still be accepted, as far as the batch knows. */
    public boolean holds(String reservation) {
        return table.holds(reservation);
    }

    /** Requests as the batch leaves them. */
    public Collection<Negotiation> changed() {
        return table.changed();
    }

    /** The last view of each party that was told something. */
    public Collection<Told> told() {
        return table.told();
    }

    private Decision passed(Negotiation before, String user, Instant at) {
        Answer answer = before.answerOf(user).orElseThrow();
        return changed("passed", answer, table.keep(before.passed(user, at)), "");
    }

    private Decision end(Negotiation before, Ending how, String verb, Instant at) {
        Negotiation ended = table.keep(before.ended(how, at));
        List<Emission> emissions = new ArrayList<>();
        emissions.add(Announcement.fact(verb, ended));
        before.answers().forEach(answer -> emissions.addAll(Announcement.released(before.terms(), answer)));
        emissions.addAll(table.tellEverybody(ended));
        return Decision.of(verb, emissions);
    }

    /** One answer changed: its price before, if there was one, is no longer good; only two parties are told. */
    private Decision changed(String verb, Answer before, Negotiation after, String saw) {
        List<Emission> emissions = new ArrayList<>();
        emissions.add(Announcement.fact(verb, after));
        emissions.addAll(Announcement.released(after.terms(), before));
        emissions.addAll(table.tellBoth(after, before.user()));
        return new Decision(verb, saw, emissions);
    }

    private static String shown(Optional<Verdict> verdict) {
        return verdict.map(given -> "approved, limit version " + given.limitVersion() + ", reference price "
                        + given.referencePrice())
                .orElse("no answer of the risk check");
    }
}
