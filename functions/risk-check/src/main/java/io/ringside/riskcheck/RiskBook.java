package io.ringside.riskcheck;

import io.ringside.contracts.Side;
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

/**
 * Exposures and reservations of one transaction, in memory. Each decision sees what the ones before it did; what
 * changed is written once at the end.
 */
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
        Optional<Reservation> replaced = replaced(request);
        Reservation reservation = instruments
                .find(request.instrument())
                .map(instrument ->
                        new Assessment(instrument, without(replaced, key), books.apply(instrument.id()), now))
                .map(assessment -> assessment.of(id, request))
                .orElseGet(() -> Assessment.unknownInstrument(id, request));
        add(reservation);
        if (reservation.state() == State.RESERVED) {
            move(key, line(key).exposure().reserve(request.side(), reservation.quantity()));
        }
        return reservation.verdict();
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
        if (!before.remaining().isZero()) {
            Key key = new Key(id.account(), before.instrument());
            move(key, line(key).exposure().release(before.side(), before.remaining()));
        }
        change(before.release());
        return "released";
    }

    /**
     * What a new reservation is to take the place of, as long as it is held in the same line. Until its owner gives it
     * back both count: the new one may still come to nothing, and the old one stands then.
     */
    private Optional<Reservation> replaced(Request request) {
        return Optional.ofNullable(request.replaces())
                .map(id -> known.get(new Id(request.account(), id)))
                .filter(held ->
                        held.state() == State.RESERVED && held.instrument().equals(request.instrument()));
    }

    private Line without(Optional<Reservation> replaced, Key key) {
        Line line = line(key);
        return replaced.map(held -> new Line(line.exposure().release(held.side(), held.remaining()), line.limit()))
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
        Quantity part = traded.min(before.remaining());
        move(key, line(key).exposure().convert(trade.side(), traded, part));
        change(before.use(part));
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

    private void change(Reservation reservation) {
        known.put(reservation.id(), reservation);
        (added.containsKey(reservation.id()) ? added : changed).put(reservation.id(), reservation);
    }
}
