package io.ringside.position.valuation;

import io.ringside.contracts.Partitions;
import io.ringside.position.held.HeldPosition;
import io.ringside.position.held.HeldPosition.Key;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The positions of the accounts that this instance books for, and which of them are due to be told again. Fed
 * after each commit, and from the store when ownership changes; of two states of a position the higher version wins.
 */
@Singleton
public final class PositionBook {
    private final Map<Key, PacedPosition> positions = new HashMap<>();
    private final Set<Key> traded = new LinkedHashSet<>();
    private final Set<String> quoted = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final ValuationSettings settings;
    private Set<Integer> owned = Set.of();
    private long ownerships;
    private boolean anyNews;
    private Instant lookedAt = Instant.MIN;

    PositionBook(ValuationSettings settings) {
        this.settings = settings;
    }

    /** Only accounts of these partitions are kept; those of new ones come with the next reading of the store. */
    public void owns(Set<Integer> partitions) {
        locked(() -> {
            if (owned.equals(partitions)) {
                return;
            }
            owned = Set.copyOf(partitions);
            ownerships++;
            positions.keySet().removeIf(key -> !isOwned(key));
            traded.retainAll(positions.keySet());
            anyNews = true;
            news.signal();
        });
    }

    /** Takes what a committed batch changed: it is due at once. */
    public void changed(Collection<HeldPosition> changed) {
        locked(() -> {
            changed.forEach(this::put);
            anyNews = true;
            news.signal();
        });
    }

    /** Takes what the store held. */
    void restore(Collection<HeldPosition> stored) {
        locked(() -> stored.forEach(this::put));
    }

    /** Grows with each change of ownership: what was read from the store before is not the whole any more. */
    long ownerships() {
        lock.lock();
        try {
            return ownerships;
        } finally {
            lock.unlock();
        }
    }

    /** The price of an instrument changed: its open positions are due as soon as their pace allows. */
    void quoted(String instrument) {
        quoted.add(instrument);
    }

    /** Waits for a trade or a change of ownership, and no longer than a tick. */
    void awaitNews() throws InterruptedException {
        lock.lock();
        try {
            long left = settings.tick().toNanos();
            while (!anyNews && left > 0) {
                left = news.awaitNanos(left);
            }
            anyNews = false;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the positions that are to be told now, as many as a tick allows; they count as told. */
    List<HeldPosition> takeDue(Instant now) {
        List<HeldPosition> due = new ArrayList<>();
        locked(() -> {
            takeTraded(due, now);
            // Trades come faster than ticks; looking through all positions for each of them would be most of the work.
            if (!lookedAt.plus(settings.tick()).isAfter(now)) {
                lookedAt = now;
                takeQuoted(due, now);
            }
        });
        return due;
    }

    private void takeTraded(List<HeldPosition> due, Instant now) {
        Iterator<Key> keys = traded.iterator();
        while (keys.hasNext() && due.size() < settings.perTickMax()) {
            PacedPosition position = positions.get(keys.next());
            keys.remove();
            if (position != null && position.isDue(now, settings)) {
                due.add(position.tell(now));
            }
        }
    }

    private void takeQuoted(List<HeldPosition> due, Instant now) {
        Set<String> priced = Set.copyOf(quoted);
        quoted.removeAll(priced);
        for (PacedPosition position : positions.values()) {
            position.hear(priced);
            if (due.size() < settings.perTickMax() && position.isDue(now, settings)) {
                due.add(position.tell(now));
            }
        }
    }

    private void put(HeldPosition held) {
        if (isOwned(held.key())) {
            positions
                    .computeIfAbsent(held.key(), key -> new PacedPosition(held))
                    .take(held);
            traded.add(held.key());
        }
    }

    private boolean isOwned(Key key) {
        return owned.contains(Partitions.of(key.account()));
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
