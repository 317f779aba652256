package io.ringside.position.valuation;

import io.ringside.position.held.HeldPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A position and when it was told last. Not safe for threads. */
final class PacedPosition {
    private HeldPosition held;
    private Instant toldAt = Instant.MIN;
    private boolean changed = true;
    private boolean quoted;

    PacedPosition(HeldPosition held) {
        this.held = held;
    }

    /** Takes a state of the position, unless a newer one is known. */
    void take(HeldPosition state) {
        if (state.version() > held.version()) {
            held = state;
            changed = true;
        }
    }

    /** The prices of these instruments changed. */
    void hear(Set<String> instruments) {
        quoted |= held.isOpen() && instruments.contains(held.key().instrument());
    }

    /** At once after a trade, at its pace after a quote, and anew when told long ago. */
    boolean isDue(Instant now, ValuationSettings settings) {
        if (changed) {
            return true;
        }
        if (!held.isOpen()) {
            return false;
        }
        return isOlderThan(settings.refresh(), now) || (quoted && isOlderThan(settings.pace(), now));
    }

    /** What to tell; it counts as told. */
    HeldPosition tell(Instant now) {
        toldAt = now;
        changed = false;
        quoted = false;
        return held;
    }

    private boolean isOlderThan(Duration age, Instant now) {
        return !toldAt.plus(age).isAfter(now);
    }
}
