package io.ringside.presencetick.board;

import io.ringside.contracts.Partitions;
import io.ringside.contracts.presence.PresenceChanged;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.presencetick.choice.Choice;
import io.ringside.presencetick.life.Life;
import io.ringside.presencetick.life.LifeTable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The users whose partitions this instance owns, and how each was told last. Only those of whom something was heard,
 * or whose time has come, are looked at.
 */
@Singleton
public final class Board {
    private final LifeTable lives;
    private final PresenceSettings settings;
    private final Map<String, PresenceState> told = new HashMap<>();
    private final Map<String, Choice> choices = new HashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private Set<Integer> owned = Set.of();
    private long ownerships;

    Board(LifeTable lives, PresenceSettings settings) {
        this.lives = lives;
        this.settings = settings;
    }

    /** A user to be looked at again. */
    private record Due(Instant at, String user) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return at.compareTo(other.at);
        }
    }

    /** These partitions are this instance's; what is known of users of others is forgotten. */
    public synchronized void owns(Set<Integer> partitions) {
        if (partitions.equals(owned)) {
            return;
        }
        owned = Set.copyOf(partitions);
        ownerships++;
        told.keySet().removeIf(user -> !isOurs(user));
        choices.keySet().removeIf(user -> !isOurs(user));
        touched.removeIf(user -> !isOurs(user));
        due.removeIf(each -> !isOurs(each.user()));
    }

    /** Users have chosen; the transaction that says so is committed. */
    public synchronized void chosen(Collection<Choice> made) {
        made.forEach(this::take);
    }

    /** How often the owned partitions have changed: what is stored has to be read then. */
    synchronized long ownerships() {
        return ownerships;
    }

    /** Takes what is stored, unless something newer is known. Everybody is looked at. */
    synchronized void restore(List<PresenceState> people, List<Choice> stored) {
        overheard(people);
        stored.forEach(this::take);
        touch(lives.everybody());
    }

    /** Something was heard of these users. */
    synchronized void touch(Collection<String> users) {
        users.stream().filter(this::isOurs).forEach(touched::add);
    }

    /** This was told of our users, maybe by an instance that owned them before: we look whether it is so. */
    synchronized void overheard(Collection<PresenceState> people) {
        for (PresenceState state : people) {
            PresenceState known = told.get(state.user());
            if (isOurs(state.user()) && (known == null || known.version() < state.version())) {
                told.put(state.user(), state);
                touched.add(state.user());
            }
        }
    }

    /** These were told. */
    synchronized void told(Collection<PresenceState> people) {
        people.stream().filter(state -> isOurs(state.user())).forEach(state -> told.put(state.user(), state));
    }

    /** What is to be told now. It counts as looked at; what cannot be told has to be touched again. */
    synchronized List<PresenceState> changes(Instant now) {
        lives.expire(now, settings.lease());
        touch(lives.takeTouched());
        for (Due next = due.peek(); next != null && !next.at().isAfter(now); next = due.peek()) {
            due.poll();
            touched.add(next.user());
        }
        List<PresenceState> changes = new ArrayList<>();
        Iterator<String> users = touched.iterator();
        while (users.hasNext() && changes.size() < PresenceChanged.USERS_MAX) {
            PresenceState change = look(users.next(), now);
            users.remove();
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    private @Nullable PresenceState look(String user, Instant now) {
        Choice choice = choices.getOrDefault(user, Choice.none(user));
        Life life = lives.of(user);
        var appearance = new Appearance(choice, life, now, settings);
        appearance.changesAt().ifPresent(at -> due.add(new Due(at, user)));
        PresenceState known = told.get(user);
        PresenceState next = appearance.after(known);
        return next == null || next.equals(known) ? null : next;
    }

    private void take(Choice choice) {
        Choice known = choices.get(choice.user());
        if (isOurs(choice.user()) && (known == null || known.version() < choice.version())) {
            choices.put(choice.user(), choice);
            touched.add(choice.user());
        }
    }

    private boolean isOurs(String user) {
        return owned.contains(Partitions.of(user));
    }
}
