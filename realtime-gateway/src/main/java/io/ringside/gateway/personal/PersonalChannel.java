package io.ringside.gateway.personal;

import io.ringside.gateway.protocol.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One personal channel of one user on this node. Live notices that arrive while the stream is read wait and are merged
 * after, so that nothing is lost or doubled between replay and live.
 */
final class PersonalChannel {
    /** Live notices that wait while the stream is read; past them the stream is read once more. */
    private static final int WAITING_MAX = 1_000;

    private final Personal kind;
    private final String user;
    private final PersonalStream stream;
    private final PersonalStream.Identity identity;
    private final ReplayMeter meter;
    private final History history;
    private final Set<Follower> followers = new LinkedHashSet<>();
    private final Queue<Live> waiting = new ArrayDeque<>();
    private boolean reading;
    private boolean again;
    private boolean closed;
    private volatile boolean subscribed;

    PersonalChannel(
            Personal kind, String user, PersonalStream stream, PersonalStream.Identity identity, ReplayMeter meter) {
        this.kind = kind;
        this.user = user;
        this.stream = stream;
        this.identity = identity;
        this.meter = meter;
        history = new History(identity.retainedMax());
    }

    private record Live(Notice notice, long previous) {}

    Personal kind() {
        return kind;
    }

    String epoch() {
        return identity.epoch();
    }

    /** Whether the server is known to have the subscription. */
    boolean subscribed() {
        return subscribed;
    }

    void isSubscribed() {
        subscribed = true;
    }

    /** Not when the channel was closed; then another has to be made. */
    synchronized boolean add(Follower follower) {
        if (closed || follower.left()) {
            return !closed;
        }
        followers.add(follower);
        if (!reading && covers(follower)) {
            meter.fromRing();
            meter.answered(follower.answer(history, epoch(), () -> pump(follower)));
        } else if (!reading) {
            read();
        }
        return true;
    }

    synchronized boolean remove(Follower follower) {
        return followers.remove(follower);
    }

    synchronized boolean isIdle() {
        return followers.isEmpty();
    }

    synchronized int followers() {
        return followers.size();
    }

    synchronized boolean closeIfIdle() {
        closed = closed || followers.isEmpty();
        return closed;
    }

    synchronized void live(Notice notice, long previous) {
        if (reading) {
            if (waiting.size() < WAITING_MAX) {
                waiting.add(new Live(notice, previous));
            } else {
                again = true;
            }
        } else {
            append(notice, previous);
        }
    }

    /** The subscription may have missed something: the stream is asked. */
    synchronized void verify() {
        if (reading) {
            again = true;
        } else if (history.known()) {
            read();
        }
    }

    /** The stream is another one: what the clients know is worth nothing. */
    synchronized void abandon() {
        closed = true;
        loseAll(Follower.Trouble.RESYNC);
    }

    private synchronized void pump(Follower follower) {
        if (followers.contains(follower)) {
            follower.pump(history, () -> pump(follower));
        }
    }

    private boolean covers(Follower follower) {
        return history.covers(follower.position(), epoch());
    }

    private void append(Notice notice, long previous) {
        switch (history.append(notice, previous)) {
            case NEWEST -> {
                History.Push push = history.after(notice.sequence() - 1);
                if (push != null) {
                    followers.forEach(follower -> follower.live(push));
                }
            }
            case HOLE -> {
                waiting.add(new Live(notice, previous));
                meter.hole();
                read();
            }
            case KNOWN -> {}
        }
    }

    /** Reads the stream from where it is needed, on a thread of its own. */
    private void read() {
        reading = true;
        long from = history.known() ? history.top() : Long.MAX_VALUE;
        for (Follower follower : followers) {
            if (!follower.answered()) {
                Position position = follower.position();
                from = Math.min(from, history.readFrom(position, epoch()));
            }
        }
        long first = from == Long.MAX_VALUE ? 0 : from;
        Thread.startVirtualThread(() -> merge(first, stream.readPatiently(kind, identity, user, first)));
    }

    private synchronized void merge(long from, @Nullable List<Notice> notices) {
        reading = false;
        if (notices == null) {
            // Better none than one with a hole: the clients come back, to this node or another.
            loseAll(Follower.Trouble.UNAVAILABLE);
            return;
        }
        long before = history.top();
        history.read(from, notices);
        deliverAfter(before);
        answerAll();
        List<Live> arrived = new ArrayList<>(waiting);
        waiting.clear();
        for (Live each : arrived) {
            live(each.notice(), each.previous());
        }
        if (!reading && (again || followers.stream().anyMatch(follower -> !follower.answered()))) {
            again = false;
            read();
        }
    }

    private void deliverAfter(long before) {
        for (History.Push push = history.after(before); push != null; push = history.after(push.sequence())) {
            for (Follower follower : followers) {
                follower.live(push);
            }
        }
    }

    /**
     * Whoever waits for an answer and can have it now. The stream was just asked, so a position past its end is
     * wrong.
     */
    private void answerAll() {
        for (Follower follower : List.copyOf(followers)) {
            Position position = follower.position();
            boolean beyond =
                    position != null && position.epoch().equals(epoch()) && position.sequence() > history.top();
            if (!follower.answered() && (covers(follower) || beyond)) {
                meter.fromStream();
                meter.answered(follower.answer(history, epoch(), () -> pump(follower)));
            }
        }
    }

    private void loseAll(Follower.Trouble trouble) {
        List<Follower> lost = List.copyOf(followers);
        followers.clear();
        waiting.clear();
        lost.forEach(follower -> follower.lost(trouble));
    }
}
