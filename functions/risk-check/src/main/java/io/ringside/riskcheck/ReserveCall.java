package io.ringside.riskcheck;

import io.micronaut.transaction.TransactionOperations;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.RiskVerdicts;
import io.ringside.reference.QuoteTable;
import io.ringside.reference.ReferenceData;
import io.ringside.riskcheck.Reservation.Id;
import io.ringside.riskcheck.RiskBook.Key;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.market.TopOfBook;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides a whole batch in one transaction; each request sees what the ones before it reserved. */
@Singleton
class ReserveCall {
    private final TransactionOperations<Connection> transactions;
    private final RiskStore store;
    private final ReferenceData reference;
    private final QuoteTable quotes;
    private final InstantSource clock;

    ReserveCall(
            TransactionOperations<Connection> transactions,
            RiskStore store,
            ReferenceData reference,
            QuoteTable quotes,
            InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.reference = reference;
        this.quotes = quotes;
        this.clock = clock;
    }

    /**
     * The verdicts, in the order of the requests, once they are committed.
     *
     * @throws IllegalArgumentException when there are more requests than a call may hold
     */
    RiskVerdicts decide(ReserveRisk call) {
        List<ReserveRisk.Request> requests = call.requests();
        if (requests.size() > ReserveRisk.REQUESTS_MAX) {
            throw new IllegalArgumentException(
                    requests.size() + " requests in one call, the limit is " + ReserveRisk.REQUESTS_MAX);
        }
        InstrumentTable instruments = reference.instrumentsWith(
                requests.stream().map(ReserveRisk.Request::instrument).toList());
        Set<Key> keys = requests.stream()
                .filter(request -> instruments.find(request.instrument()).isPresent())
                .map(request -> new Key(request.account(), request.instrument()))
                .collect(Collectors.toSet());
        Set<Id> ids = requests.stream()
                .flatMap(request -> Stream.of(request.clientOrderId(), request.replaces(), amended(request))
                        .filter(Objects::nonNull)
                        .map(id -> new Id(request.account(), id)))
                .collect(Collectors.toSet());
        store.makeLines(keys);
        return transactions.executeWrite(status -> {
            RiskBook book = store.load(keys, ids, instruments);
            Instant now = clock.instant();
            RiskVerdicts verdicts = new RiskVerdicts(requests.stream()
                    .map(request -> book.reserve(request, this::book, now))
                    .toList());
            store.save(book);
            return verdicts;
        });
    }

    private static @Nullable String amended(ReserveRisk.Request request) {
        return request.amends() == null ? null : request.amends().clientOrderId();
    }

    private @Nullable TopOfBook book(String instrument) {
        return quotes.book(instrument).orElse(null);
    }
}
