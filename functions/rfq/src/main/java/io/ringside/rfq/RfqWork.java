package io.ringside.rfq;

import io.ringside.contracts.CommandId;
import io.ringside.contracts.CommandKey;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.ExpireRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.rfq.book.RfqStore;
import io.ringside.rfq.desk.LimitWatch;
import io.ringside.rfq.desk.Refusal;
import io.ringside.rfq.desk.Reserved;
import io.ringside.rfq.desk.RfqDesk;
import io.ringside.rfq.negotiation.Negotiation;
import io.ringside.rfq.negotiation.Traders;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.Ids;
import io.ringside.runtime.OrderedFunction;
import io.ringside.trading.instrument.InstrumentTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One batch: each message to the desk, the requests to the store. */
final class RfqWork implements OrderedFunction.Work {
    private final RfqStore store;
    private final Answers answers;
    private final Ids ids;
    private final RfqDesk desk;

    /**
     * What a batch was told before its transaction.
     *
     * @param verdicts by reservation; one that is missing was not given in time
     */
    record Answers(InstrumentTable instruments, Traders traders, Map<CommandKey, Verdict> verdicts) {
        private Optional<Verdict> verdict(Reserved reserved) {
            return Optional.ofNullable(verdicts.get(new CommandKey(reserved.account(), reserved.reservation())));
        }
    }

    RfqWork(RfqStore store, Answers answers, Ids ids, Map<String, Negotiation> known) {
        this.store = store;
        this.answers = answers;
        this.ids = ids;
        this.desk = new RfqDesk(answers.instruments(), answers.traders(), known);
    }

    @Override
    public Decision decide(Delivery delivery) {
        Optional<Refusal> fault = CommandForm.fault(delivery);
        if (fault.isPresent()) {
            return refuse(delivery, fault.get());
        }
        Instant at = delivery.at();
        return switch (delivery.body()) {
            case RequestQuotes request -> desk.request(request, at);
            case SubmitQuote quote -> {
                Optional<Verdict> verdict = answers.verdict(Reserved.by(quote));
                Decision decision = desk.quote(quote, verdict, ids.next().toString(), at);
                yield LimitWatch.added(decision, Reserved.by(quote), verdict, answers.instruments());
            }
            case AcceptQuote accept -> {
                Optional<Verdict> verdict = answers.verdict(Reserved.by(accept));
                Decision decision = desk.accept(accept, verdict, at);
                yield LimitWatch.added(decision, Reserved.by(accept), verdict, answers.instruments());
            }
            case PassRfq pass -> desk.pass(pass, at);
            case CancelRfq cancel -> desk.cancel(cancel, at);
            case ExpireRfq expire -> desk.expire(expire, at);
            default -> throw new IllegalStateException("no rule for " + delivery.subject());
        };
    }

    /**
     * Another command has this id. What the risk check reserved for this one is nobody's, unless the id is that of a
     * price which may still be accepted.
     */
    @Override
    public Decision conflict(Delivery delivery) {
        Optional<Refusal> fault = CommandForm.fault(delivery);
        if (fault.isPresent()) {
            return refuse(delivery, fault.get());
        }
        List<Emission> told = new ArrayList<>(
                refuse(delivery, Refusal.of(RejectReason.DUPLICATE_ID)).emissions());
        reserved(delivery.body()).filter(each -> !holds(each)).ifPresent(each -> told.add(each.unused()));
        return Decision.of("refused", told);
    }

    @Override
    public void save() {
        store.save(desk.changed(), desk.told());
    }

    /** What risk is reserved for, if this command is one of those. */
    static Optional<Reserved> reserved(Object body) {
        return switch (body) {
            case SubmitQuote quote -> Optional.of(Reserved.by(quote));
            case AcceptQuote accept -> Optional.of(Reserved.by(accept));
            default -> Optional.empty();
        };
    }

    private boolean holds(Reserved reserved) {
        return desk.holds(reserved.reservation())
                || store.holds(new CommandKey(reserved.account(), reserved.reservation()));
    }

    /** A command is answered to whoever sent it, as far as anybody can be told. */
    private static Decision refuse(Delivery delivery, Refusal refusal) {
        CommandForm form = CommandForm.of(delivery.body()).orElseThrow();
        String user = delivery.user() == null ? form.user() : delivery.user();
        if (!Subjects.isToken(user)) {
            return Decision.nothing("refused-unaddressed");
        }
        String id = CommandId.told(form.commandId());
        return RfqDesk.refused(CommandForm.rfqOf(delivery.subject()), id, form.account(), user, refusal, delivery.at());
    }
}
