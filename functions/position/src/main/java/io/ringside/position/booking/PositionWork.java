package io.ringside.position.booking;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.position.held.HeldPosition;
import io.ringside.position.held.PositionStore;
import io.ringside.position.held.Trade;
import io.ringside.position.valuation.PositionBook;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.OrderedFunction;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Books the trades of one batch. */
final class PositionWork implements OrderedFunction.Work {
    private final InstrumentTable instruments;
    private final Map<HeldPosition.Key, HeldPosition> held;
    private final Map<HeldPosition.Key, HeldPosition> changed = new LinkedHashMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final PositionStore store;
    private final PositionBook book;

    private PositionWork(
            InstrumentTable instruments,
            Map<HeldPosition.Key, HeldPosition> held,
            PositionStore store,
            PositionBook book) {
        this.instruments = instruments;
        this.held = held;
        this.store = store;
        this.book = book;
    }

    static PositionWork begin(
            List<Delivery> batch, InstrumentTable instruments, PositionStore store, PositionBook book) {
        Map<HeldPosition.Key, HeldPosition> held = new HashMap<>();
        for (Delivery delivery : batch) {
            TradeBooked booked = (TradeBooked) delivery.body();
            Instrument instrument = instruments.require(booked.instrument());
            var key = new HeldPosition.Key(booked.account(), booked.instrument());
            held.put(key, HeldPosition.none(key, instrument));
        }
        store.find(held.keySet(), instruments).forEach(found -> held.put(found.key(), found));
        return new PositionWork(instruments, held, store, book);
    }

    @Override
    public Decision decide(Delivery delivery) {
        TradeBooked booked = (TradeBooked) delivery.body();
        Trade trade = Trade.of(booked, instruments.require(booked.instrument()));
        HeldPosition after = Objects.requireNonNull(held.get(trade.key())).after(trade, delivery.at());
        held.put(trade.key(), after);
        changed.put(trade.key(), after);
        trades.add(trade);
        String subject = Subjects.positionFact(booked.account(), booked.instrument());
        return Decision.of("booked", List.of(new Emission(subject, "position.changed", after.changedBy(trade))));
    }

    @Override
    public void save() {
        store.save(changed.values(), trades);
    }

    @Override
    public void committed() {
        book.changed(changed.values());
    }
}
