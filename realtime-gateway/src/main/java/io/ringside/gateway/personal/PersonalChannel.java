package io.ringside.gateway.personal;

import io.ringside.gateway.protocol.Position;
import org.jspecify.annotations.Nullable;

/**
 * One personal channel of one user on this node. Live notices that arrive while the stream is read wait and are merged
 * after, so that nothing is lost or doubled between replay and live.
 */
final class PersonalChannel {
    private final Subject subject;
    private final NoticeStreams.Identity identity;
    private final NoticeReader reader;
    private final ReplayMeter meter;
    private final Runnable whenAnother;
    private final History history;
    private final Followers followers = new Followers();
    private final Waiting waiting = new Waiting();
    private boolean reading;
    private boolean again;
    private boolean closed;
    private volatile boolean subscribed;

    /** Knows nothing yet. When its stream turns out to be another one it says so, and has to be abandoned. */
    PersonalChannel(
            Subject subject,
            NoticeStreams.Identity identity,
            NoticeReader reader,
            ReplayMeter meter,
            Runnable whenAnother) {
        this.subject = subject;
        this.identity = identity;
        this.reader = reader;
        this.meter = meter;
        this.whenAnother = whenAnother;
        history = new History(identity.retainedMax());
    }

    Subject subject() {
        return subject;
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
        if (!reading && history.covers(follower.position(), epoch())) {
            meter.fromRing(follower.answer(history, epoch(), () -> pump(follower)));
        } else if (!reading) {
            read();
        }
        return true;
    }

    synchronized boolean remove(Follower follower) {
        return followers.remove(follower);
    }

    synchronized int followers() {
        return followers.size();
    }

    synchronized boolean closeIfIdle() {
        return closed |= followers.size() == 0;
    }

    /** What comes before the first read will be read. */
    synchronized void live(Notice notice, long previous) {
        if (!reading && history.known()) {
            append(notice, previous);
        } else if (reading && !waiting.add(notice, previous)) {
            again = true;
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
        followers.lose(follower -> true, Follower.Trouble.RESYNC);
    }

    private synchronized void pump(Follower follower) {
        if (followers.has(follower)) {
            follower.pump(history, () -> pump(follower));
        }
    }

    private void append(Notice notice, long previous) {
        // One of a stream that this one took the place of may still be on its way.
        switch (identity.mayHave(notice) ? history.append(notice, previous) : Appended.STRANGE) {
            case NEWEST -> followers.deliverAfter(notice.sequence() - 1, history);
            case HOLE -> {
                waiting.add(notice, previous);
                meter.hole();
                read();
            }
            case STRANGE -> read();
            case KNOWN -> {}
        }
    }

    /** Reads the stream from where it is needed, on a thread of its own. */
    private void read() {
        reading = true;
        waiting.readBegins();
        long[] from = {history.known() ? history.top() : Long.MAX_VALUE};
        followers.forEachWaiting(
                follower -> from[0] = Math.min(from[0], history.readFrom(follower.position(), epoch())));
        long first = from[0] == Long.MAX_VALUE ? 0 : from[0];
        reader.start(subject, identity, first, this::arrived);
    }

    private void arrived(NoticeReader.@Nullable Read read) {
        if (read == null || read.sameStream()) {
            merge(read);
        } else {
            whenAnother.run();
        }
    }

    private synchronized void merge(NoticeReader.@Nullable Read read) {
        reading = false;
        if (read == null) {
            // Better none than one with a hole: the clients come back. Nor is what is here to be trusted any more.
            waiting.clear();
            again = false;
            history.doubt();
            followers.lose(follower -> true, Follower.Trouble.UNAVAILABLE);
            return;
        }
        long before = history.top();
        if (!history.read(read.from(), read.notices())) {
            followers.lose(Follower::answered, Follower.Trouble.RESYNC);
        }
        followers.deliverAfter(before, history);
        answerWaiting();
        mergeWaiting();
        if (!reading && (again || followers.anyWaits())) {
            again = false;
            read();
        }
    }

    /**
     * Those up to the newest came before the stream was found to be the same: they are known, or gone. One past it that
     * was stored before the stream was read has been taken out of it by hand.
     */
    private void mergeWaiting() {
        for (Waiting.Live each : waiting.takeAll()) {
            boolean gone = !reading && each.early() && history.isPast(each.notice(), each.previous());
            if (gone && identity.mayHave(each.notice())) {
                history.adopt(each.notice(), each.previous());
                followers.deliverAfter(each.notice().sequence() - 1, history);
            } else if (!gone && (reading || history.isNewer(each.notice()))) {
                live(each.notice(), each.previous());
            }
        }
    }

    /** Whoever can be answered now. The stream was just asked, so a position past its end is wrong. */
    private void answerWaiting() {
        followers.forEachWaiting(follower -> {
            Position position = follower.position();
            boolean beyond =
                    position != null && position.epoch().equals(epoch()) && position.sequence() > history.top();
            if (history.covers(position, epoch()) || beyond) {
                meter.fromStream(follower.answer(history, epoch(), () -> pump(follower)));
            }
        });
    }
}
