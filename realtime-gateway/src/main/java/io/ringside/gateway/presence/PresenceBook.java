package io.ringside.gateway.presence;

import io.ringside.contracts.presence.PresenceChanged;
import io.ringside.contracts.presence.PresenceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How everybody is seen, and whose change has not been passed on yet. Not safe for threads. */
final class PresenceBook {
    /** Instances whose telling is followed; those that are gone make room. */
    private static final int TELLERS_MAX = 64;

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Person> pending = new LinkedHashMap<>();
    private final Map<String, Long> tellers = new HashMap<>();

    /** Takes what is stored; what was told meanwhile may be newer. */
    void restore(List<Person> stored) {
        for (Person person : stored) {
            Person known = people.get(person.user());
            if (known == null || known.version() < person.version()) {
                people.put(person.user(), person);
                pending.put(person.user(), person);
            }
        }
    }

    /**
     * Takes what was told.
     *
     * @return false if something is missing before it, or it is about somebody unknown: what is stored has to be read
     */
    boolean hear(PresenceChanged told) {
        Long last = tellers.get(told.teller());
        if (tellers.size() >= TELLERS_MAX) {
            tellers.clear();
        }
        tellers.put(told.teller(), told.sequence());
        boolean complete = last != null && told.sequence() == last + 1;
        for (PresenceState state : told.people()) {
            Person known = people.get(state.user());
            if (known == null) {
                complete = false;
            } else if (known.version() < state.version()) {
                Person seen = known.seen(state);
                people.put(state.user(), seen);
                pending.put(state.user(), seen);
            }
        }
        return complete;
    }

    boolean hasPending() {
        return !pending.isEmpty();
    }

    /** What changed since this was asked last. */
    List<Person> takePending() {
        List<Person> taken = new ArrayList<>(pending.values());
        pending.clear();
        return taken;
    }

    Collection<Person> everybody() {
        return people.values();
    }
}
