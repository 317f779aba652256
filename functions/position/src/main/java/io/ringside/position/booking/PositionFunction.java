package io.ringside.position.booking;

import io.ringside.contracts.trade.TradeBooked;
import io.ringside.position.held.PositionStore;
import io.ringside.position.valuation.PositionBook;
import io.ringside.reference.ReferenceData;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import io.ringside.trading.instrument.InstrumentTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows booked trades, in the order of each account. */
@Singleton
final class PositionFunction implements OrderedFunction<InstrumentTable> {
    private final PositionStore store;
    private final ReferenceData reference;
    private final PositionBook book;

    PositionFunction(PositionStore store, ReferenceData reference, PositionBook book) {
        this.store = store;
        this.reference = reference;
        this.book = book;
    }

    @Override
    public String name() {
        return "position";
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.facts("trade", Map.of("booked", TradeBooked.class, "negotiated", TradeBooked.class)));
    }

    /** A trade is one trade however often and under whatever message id it is told. */
    @Override
    public String identityOf(Delivery delivery) {
        return ((TradeBooked) delivery.body()).executionId();
    }

    @Override
    public InstrumentTable ask(List<Delivery> batch) {
        return reference.instrumentsWith(batch.stream()
                .map(delivery -> ((TradeBooked) delivery.body()).instrument())
                .toList());
    }

    @Override
    public Work begin(List<Delivery> batch, InstrumentTable instruments) {
        return PositionWork.begin(batch, instruments, store, book);
    }

    @Override
    public void owns(Set<Integer> partitions) {
        book.owns(partitions);
    }
}
