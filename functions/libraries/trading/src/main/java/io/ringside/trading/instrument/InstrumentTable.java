package io.ringside.trading.instrument;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All instruments at one moment; never changes. */
public final class InstrumentTable {
    private final Map<String, Instrument> byId;

    private InstrumentTable(Map<String, Instrument> byId) {
        this.byId = byId;
    }

    /**
     * A table of these.
     *
     * @throws IllegalArgumentException when two have the same id
     */
    public static InstrumentTable of(Collection<Instrument> instruments) {
        Map<String, Instrument> byId = HashMap.newHashMap(instruments.size());
        for (Instrument instrument : instruments) {
            if (byId.put(instrument.id(), instrument) != null) {
                throw new IllegalArgumentException("two instruments have the id " + instrument.id());
            }
        }
        return new InstrumentTable(Map.copyOf(byId));
    }

    /** The instrument with this id. */
    public Optional<Instrument> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The instrument of something that was checked before; a missing one is a defect.
     *
     * @throws IllegalStateException names the id
     */
    public Instrument require(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("instrument " + id + " is not in the table"));
    }

    /** Whether each of these ids is an instrument's. */
    public boolean hasAll(Collection<String> ids) {
        return byId.keySet().containsAll(ids);
    }

    /** Every instrument. */
    public Collection<Instrument> all() {
        return byId.values();
    }
}
