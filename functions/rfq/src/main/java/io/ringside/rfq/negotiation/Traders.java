package io.ringside.rfq.negotiation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everybody who may trade, at one moment; never changes. */
public final class Traders {
    private final Map<String, Trader> byUser = new TreeMap<>();

    /** These people. */
    public Traders(Collection<Trader> traders) {
        traders.forEach(trader -> byUser.put(trader.user(), trader));
    }

    /** The trader with this name. */
    public Optional<Trader> find(String user) {
        return Optional.ofNullable(byUser.get(user));
    }

    /** Everybody who trades for another firm, by name. */
    public List<Trader> outside(String firm) {
        return byUser.values().stream()
                .filter(trader -> !trader.firm().equals(firm))
                .toList();
    }

    /** Whether each of these is somebody who may trade. */
    public boolean hasAll(Collection<String> users) {
        return byUser.keySet().containsAll(users);
    }
}
