package io.ringside.riskcheck;

import io.ringside.contracts.Side;
import io.ringside.contracts.risk.ReserveRisk;
import io.ringside.contracts.risk.ReserveRisk.Request;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.riskcheck.Reservation.Id;
import io.ringside.riskcheck.Reservation.State;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.market.TopOfBook;
import io.ringside.trading.money.Quantity;
import io.ringside.trading.risk.Exposure;
import io.ringside.trading.risk.RiskLimit;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Exposures and reservations of one transaction, in memory: each decision sees what the ones before it did. */
final class RiskBook {
    private final InstrumentTable instruments;
    private final Map<Key, Line> lines;
    private final Map<Id, Reservation> known;
    private final Map<Key, Exposure> moved = new LinkedHashMap<>();
    private final Map<Id, Reservation> added = new LinkedHashMap<>();
    private final Map<Id, Reservation> changed = new LinkedHashMap<>();

    RiskBook(InstrumentTable instruments, Map<Key, Line> lines, Map<Id, Reservation> known) {
        this.instruments = instruments;
        this.lines = new HashMap<>(lines);
        this.known = new HashMap<>(known);
    }

    /** What limits and exposures are kept for. */
    record Key(String account, String instrument) {}

    /** The state of one key; the limit is absent when no row is set. */
    record Line(Exposure exposure, @Nullable RiskLimit limit) {}

    /** Decides an order, or repeats what was decided. */
    Verdict reserve(Request request, Function<String, @Nullable TopOfBook> books, Instant now) {
        Id id = new Id(request.account(), request.clientOrderId());
        Reservation before = known.get(id);
        if (before != null) {
            return before.verdict();
        }
        Key key = new Key(request.account(), request.instrument());
        Reservation assessed = instruments
                .find(request.instrument())
                .map(instrument -> assess(id, request, instrument, books.apply(instrument.id()), now))
                .orElseGet(() -> Assessment.unknownInstrument(id, request));
        Reservation reservation = assessed;
        if (assessed.state() == State.RESERVED) {
            Line least = without(held(request, request.replaces()), key);
            reservation = assessed.reaching(LimitLift.by(assessed, line(key), least));
            move(key, line(key).exposure().reserve(request.side(), reservation.remaining()));
        }
        add(reservation);
        return reservation.verdict();
    }

    private Reservation assess(Id id, Request request, Instrument instrument, @Nullable TopOfBook book, Instant now) {
        Key key = new Key(request.account(), request.instrument());
        ReserveRisk.Amended amends = request.amends();
        if (amends == null) {
            Line line = without(held(request, request.replaces()), key);
            return new Assessment(instrument, line, book, now).of(id, request);
        }
        Optional<Reservation> held = held(request, amends.clientOrderId());
        return held.isEmpty()
                ? Assessment.released(id, request)
                : new Assessment(instrument, without(held, key), book, now).ofAmend(id, request, amends);
    }

    /** Gives back what is left of what was reserved under this id, for this instrument and side if at all. */
    String release(Id id, String instrument, Side side) {
        Reservation before = known.get(id);
        if (before == null) {
            add(Reservation.tombstone(id, instrument, side));
            return "released-unseen";
        }
        if (before.state() != State.RESERVED) {
            return "nothing-held";
        }
        change(before, before.release());
        return "released";
    }

    /** The same for an id that is only given back: what was never reserved under it will not be. */
    String release(@Nullable Id id) {
        Reservation before = id == null ? null : known.get(id);
        return before == null ? "nothing-held" : release(before.id(), before.instrument(), before.side());
    }

    /**
     * An order has another quantity now. What an amend of it reserved besides is part of the order's own reservation
     * from here on.
     */
    String replaced(Id id, String quantity, @Nullable Id amend) {
        Reservation before = known.get(id);
        release(amend);
        if (before == null || before.state() != State.RESERVED) {
            return "nothing-held";
        }
        Instrument instrument = instruments.require(before.instrument());
        change(before, before.resize(instrument.quantity(quantity).orThrow("quantity")));
        return "replaced";
    }

    /**
     * What a new reservation is to take the place of or to change, as long as it is held in the same line. Until its
     * owner says what becomes of it both count: the new one may still come to nothing, and the old one stands then.
     */
    private Optional<Reservation> held(Request request, @Nullable String other) {
        return Optional.ofNullable(other)
                .map(id -> known.get(new Id(request.account(), id)))
                .filter(held ->
                        held.state() == State.RESERVED && held.instrument().equals(request.instrument()));
    }

    private Line without(Optional<Reservation> replaced, Key key) {
        Line line = line(key);
        return replaced.map(held ->
                        new Line(line.exposure().without(held.side(), held.traded(), held.remaining()), line.limit()))
                .orElse(line);
    }

    /** Turns what was reserved into what is held. A trade counts whether or not it was reserved. */
    String convert(TradeBooked trade) {
        Key key = new Key(trade.account(), trade.instrument());
        Instrument instrument = instruments.require(trade.instrument());
        Quantity traded = instrument.quantity(trade.quantity()).orThrow("traded quantity");
        Reservation before = known.get(new Id(trade.account(), trade.clientOrderId()));
        if (before == null || before.state() != State.RESERVED) {
            move(key, line(key).exposure().convert(trade.side(), traded, instrument.noQuantity()));
            return "traded-unreserved";
        }
        Reservation after = before.use(traded);
        Quantity part = before.remaining().minus(after.remaining());
        move(key, line(key).exposure().convert(trade.side(), traded, part));
        keep(after);
        return part.equals(traded) ? "converted" : "traded-above-reserved";
    }

    boolean isUnchanged() {
        return moved.isEmpty() && added.isEmpty() && changed.isEmpty();
    }

    Map<Key, Exposure> moved() {
        return moved;
    }

    Collection<Reservation> added() {
        return added.values();
    }

    Collection<Reservation> changed() {
        return changed.values();
    }

    private Line line(Key key) {
        Line line = lines.get(key);
        if (line == null) {
            throw new IllegalStateException("the exposure of " + key + " was not loaded");
        }
        return line;
    }

    private void move(Key key, Exposure exposure) {
        lines.put(key, new Line(exposure, line(key).limit()));
        moved.put(key, exposure);
    }

    private void add(Reservation reservation) {
        known.put(reservation.id(), reservation);
        added.put(reservation.id(), reservation);
    }

    /** The line counts what the reservation counts after. */
    private void change(Reservation before, Reservation after) {
        if (!before.remaining().equals(after.remaining())) {
            Key key = new Key(before.id().account(), before.instrument());
            Exposure released = line(key).exposure().release(before.side(), before.remaining());
            move(key, released.reserve(before.side(), after.remaining()));
        }
        keep(after);
    }

    private void keep(Reservation reservation) {
        known.put(reservation.id(), reservation);
        (added.containsKey(reservation.id()) ? added : changed).put(reservation.id(), reservation);
    }
}
