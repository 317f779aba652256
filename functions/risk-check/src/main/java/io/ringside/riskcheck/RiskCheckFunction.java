package io.ringside.riskcheck;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Side;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.risk.ReservationUnused;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.reference.ReferenceData;
import io.ringside.riskcheck.Reservation.Id;
import io.ringside.riskcheck.RiskBook.Key;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import io.ringside.trading.instrument.InstrumentTable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows orders and quotes to their end: converts what traded and releases what did not. */
@Singleton
class RiskCheckFunction implements OrderedFunction<InstrumentTable> {
    /** Nobody waits for a reservation to be released; while it is not, the limit is only tighter. */
    private static final Duration GATHERS = Duration.ofMillis(25);

    /** Names no instrument that there is. */
    private static final String NO_INSTRUMENT = "";

    private final ReferenceData reference;
    private final RiskStore store;

    RiskCheckFunction(ReferenceData reference, RiskStore store) {
        this.reference = reference;
        this.store = store;
    }

    @Override
    public String name() {
        return "risk-check";
    }

    @Override
    public List<Source> sources() {
        return List.of(
                Source.facts(
                        "order",
                        Map.of(
                                "rejected", OrderState.class,
                                "cancelled", OrderState.class,
                                "expired", OrderState.class,
                                "filled", OrderState.class,
                                "replaced", OrderState.class,
                                "amend-refused", OrderState.class)),
                Source.facts("reservation", Map.of("unused", ReservationUnused.class)),
                Source.facts("trade", Map.of("booked", TradeBooked.class, "negotiated", TradeBooked.class)));
    }

    @Override
    public Duration gathers() {
        return GATHERS;
    }

    /** Makes the rows that the batch will lock; the table goes with it so that all of the batch sees the same. */
    @Override
    public InstrumentTable ask(List<Delivery> batch) {
        InstrumentTable instruments = reference.instrumentsWith(batch.stream()
                .filter(RiskCheckFunction::namesAnInstrument)
                .map(delivery -> key(delivery).instrument())
                .toList());
        store.makeLines(keys(batch, instruments));
        return instruments;
    }

    /** An execution has one effect, whatever message brings it. */
    @Override
    public String identityOf(Delivery delivery) {
        return delivery.body() instanceof TradeBooked trade ? "execution:" + trade.executionId() : delivery.messageId();
    }

    @Override
    public Work begin(List<Delivery> batch, InstrumentTable instruments) {
        Set<Id> ids = batch.stream()
                .flatMap(delivery -> Stream.of(Optional.of(id(delivery)), amend(delivery)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Set<Key> keys = new HashSet<>(keys(batch, instruments));
        // Read before the locks; an order that is reserved meanwhile is seen by the next try.
        keys.addAll(store.heldBy(ids));
        RiskBook book = store.load(keys, ids, instruments);
        return new Work() {
            @Override
            public Decision decide(Delivery delivery) {
                return Decision.nothing(
                        switch (delivery.body()) {
                            case OrderState order -> changed(book, Subjects.verbOf(delivery.subject()), order);
                            case ReservationUnused unused -> unused(book, unused);
                            case TradeBooked trade -> book.convert(trade);
                            default -> throw new IllegalStateException("no rule for " + delivery.subject());
                        });
            }

            @Override
            public void save() {
                store.save(book);
            }
        };
    }

    private static String changed(RiskBook book, String verb, OrderState order) {
        Id id = new Id(order.account(), order.clientOrderId());
        Id amend = amend(order).orElse(null);
        return switch (verb) {
            case "amend-refused" -> book.release(amend);
            case "replaced" -> book.replaced(id, order.quantity(), amend);
            default -> {
                book.release(amend);
                yield book.release(id, order.instrument(), order.side());
            }
        };
    }

    private static String unused(RiskBook book, ReservationUnused unused) {
        Id id = new Id(unused.account(), unused.clientOrderId());
        String instrument = unused.instrument();
        Side side = unused.side();
        return instrument == null || side == null ? book.release(id) : book.release(id, instrument, side);
    }

    private static Set<Key> keys(List<Delivery> batch, InstrumentTable instruments) {
        return batch.stream()
                .map(RiskCheckFunction::key)
                .filter(key -> instruments.find(key.instrument()).isPresent())
                .collect(Collectors.toSet());
    }

    private static Key key(Delivery delivery) {
        return switch (delivery.body()) {
            case OrderState order -> new Key(order.account(), order.instrument());
            case ReservationUnused unused ->
                new Key(unused.account(), Objects.requireNonNullElse(unused.instrument(), NO_INSTRUMENT));
            case TradeBooked trade -> new Key(trade.account(), trade.instrument());
            default -> throw new IllegalStateException("no rule for " + delivery.subject());
        };
    }

    /** What was refused may name none that there is, and looking for it would be in vain. */
    private static boolean namesAnInstrument(Delivery delivery) {
        return switch (delivery.body()) {
            case OrderState order -> !RejectReason.UNKNOWN_INSTRUMENT.name().equals(order.reason());
            case ReservationUnused unused -> false;
            default -> true;
        };
    }

    private static Optional<Id> amend(Delivery delivery) {
        return delivery.body() instanceof OrderState order ? amend(order) : Optional.empty();
    }

    private static Optional<Id> amend(OrderState order) {
        return Optional.ofNullable(order.amendId()).map(amend -> new Id(order.account(), amend));
    }

    private static Id id(Delivery delivery) {
        return switch (delivery.body()) {
            case OrderState order -> new Id(order.account(), order.clientOrderId());
            case ReservationUnused unused -> new Id(unused.account(), unused.clientOrderId());
            case TradeBooked trade -> new Id(trade.account(), trade.clientOrderId());
            default -> throw new IllegalStateException("no rule for " + delivery.subject());
        };
    }
}
