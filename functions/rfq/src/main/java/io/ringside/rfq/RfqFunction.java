package io.ringside.rfq;

import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.rfq.AcceptQuote;
import io.ringside.contracts.rfq.CancelRfq;
import io.ringside.contracts.rfq.ExpireRfq;
import io.ringside.contracts.rfq.PassRfq;
import io.ringside.contracts.rfq.RequestQuotes;
import io.ringside.contracts.rfq.SubmitQuote;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.reference.ReferenceData;
import io.ringside.rfq.book.RfqStore;
import io.ringside.rfq.book.TraderDirectory;
import io.ringside.rfq.desk.Reserved;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.Ids;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import io.ringside.runtime.call.RiskCall;
import io.ringside.runtime.timer.Rearming;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands of people and timers in; facts, trades, timers and notices out. */
@Singleton
class RfqFunction implements OrderedFunction<RfqWork.Answers> {
    private final ReferenceData reference;
    private final TraderDirectory traders;
    private final RiskCall risk;
    private final RfqStore store;
    private final Rearming timers;
    private final Ids ids;

    RfqFunction(
            ReferenceData reference, TraderDirectory traders, RiskCall risk, RfqStore store, Rearming timers, Ids ids) {
        this.reference = reference;
        this.traders = traders;
        this.risk = risk;
        this.store = store;
        this.timers = timers;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "rfq";
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.commands(
                "rfq",
                Map.of(
                        "request", RequestQuotes.class,
                        "quote", SubmitQuote.class,
                        "accept", AcceptQuote.class,
                        "pass", PassRfq.class,
                        "cancel", CancelRfq.class,
                        "expire", ExpireRfq.class)));
    }

    /** One call for all that risk is reserved for. Of two commands with one id only the first may have an effect. */
    @Override
    public RfqWork.Answers ask(List<Delivery> batch) {
        Set<String> taken = new HashSet<>();
        List<Delivery> first = batch.stream()
                .filter(delivery -> taken.add(identityOf(delivery))
                        && CommandForm.fault(delivery).isEmpty())
                .toList();
        return new RfqWork.Answers(
                reference.instruments(), traders.tradersWith(named(first)), risk.ask(requests(first)));
    }

    /** A command is its account's and its id's, whatever it asks for. */
    @Override
    public String identityOf(Delivery delivery) {
        return CommandForm.of(delivery.body())
                .filter(form -> CommandForm.fault(delivery).isEmpty())
                .map(form -> form.account() + '/' + form.commandId())
                .orElseGet(delivery::messageId);
    }

    @Override
    public Work begin(List<Delivery> batch, RfqWork.Answers answers) {
        Set<String> named = batch.stream()
                .map(delivery -> CommandForm.rfqOf(delivery.subject()))
                .filter(CommandForm::isRfqId)
                .collect(Collectors.toSet());
        return new RfqWork(store, answers, ids, store.load(named, answers.instruments()));
    }

    @Override
    public List<Emission> whenAbandoned(String subject, @Nullable String user, byte[] raw, Instant at) {
        return new AbandonedCommand(subject, user, raw, at).told();
    }

    @Override
    public void owns(Set<Integer> partitions) {
        timers.begin(partitions);
    }

    private static Set<String> named(List<Delivery> batch) {
        return batch.stream()
                .map(Delivery::body)
                .filter(RequestQuotes.class::isInstance)
                .map(RequestQuotes.class::cast)
                .flatMap(request -> Stream.concat(Stream.of(request.user()), request.counterparties().stream()))
                .collect(Collectors.toSet());
    }

    /** A new version of a price takes the place of the one before, also at the risk check. */
    private List<ReserveRisk.Request> requests(List<Delivery> batch) {
        Map<RfqStore.Party, String> held = store.reservations(batch.stream()
                .map(Delivery::body)
                .filter(SubmitQuote.class::isInstance)
                .map(quote -> ((SubmitQuote) quote).rfqId())
                .filter(CommandForm::isRfqId)
                .collect(Collectors.toSet()));
        List<ReserveRisk.Request> requests = new ArrayList<>();
        for (Delivery delivery : batch) {
            switch (delivery.body()) {
                case SubmitQuote it ->
                    requests.add(request(
                            Reserved.by(it),
                            it.quantity(),
                            it.price(),
                            held.get(new RfqStore.Party(it.rfqId(), it.user()))));
                case AcceptQuote it -> requests.add(request(Reserved.by(it), it.quantity(), it.price(), null));
                default -> {}
            }
        }
        return requests;
    }

    private static ReserveRisk.Request request(
            Reserved reserved, String quantity, String price, @Nullable String replaces) {
        return new ReserveRisk.Request(
                reserved.account(),
                reserved.reservation(),
                reserved.user(),
                reserved.instrument(),
                reserved.side(),
                OrderType.LIMIT,
                quantity,
                price,
                replaces,
                null);
    }
}
