package io.ringside.gateway.frame;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The conflated values that wait for one socket, the latest of each slot. Empty it costs nothing. Not thread-safe. */
final class LatestValues {
    private final Deliveries deliveries;
    private @Nullable LinkedHashMap<Slot, Frame> slots;

    LatestValues(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    void put(Slot slot, Frame frame) {
        LinkedHashMap<Slot, Frame> present = slots == null ? new LinkedHashMap<>(4) : slots;
        slots = present;
        if (present.put(slot, frame) != null) {
            deliveries.replaced();
        }
    }

    boolean has(Slot slot) {
        return slots != null && slots.containsKey(slot);
    }

    boolean isEmpty() {
        return slots == null;
    }

    /** The one that waits longest. */
    Frame take() {
        LinkedHashMap<Slot, Frame> present = slots;
        if (present == null) {
            throw new NoSuchElementException();
        }
        Iterator<Frame> values = present.values().iterator();
        Frame oldest = values.next();
        values.remove();
        if (present.isEmpty()) {
            slots = null;
        }
        deliveries.wroteConflated(1);
        return oldest;
    }

    /** Forgets the values of a channel. */
    void drop(String channel) {
        if (slots != null) {
            slots.keySet().removeIf(slot -> slot.channel().equals(channel));
            slots = slots.isEmpty() ? null : slots;
        }
    }

    void clear() {
        slots = null;
    }
}
