package io.ringside.execution.watch;

import io.ringside.contracts.Partitions;
import io.ringside.execution.watch.Interest.Ending;
import io.ringside.trading.market.TopOfBook;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which quotes are worth a match command, and which ends of a day one that closes it. Each instrument has at most one
 * of each under way, so that a function that cannot keep up is not buried: quotes in between are skipped, the newest is
 * looked at again afterwards.
 */
final class CrossingTable {
    private final Map<String, Interest> interests = new HashMap<>();
    private final Map<String, UnderWay> underWay = new HashMap<>();
    private final Map<String, Closing> closings = new HashMap<>();
    private final Duration commandWait;
    private Set<Integer> owned = Set.of();

    CrossingTable(Duration commandWait) {
        this.commandWait = commandWait;
    }

    /** Only instruments of these partitions are watched from now on. The answer is whether that is news. */
    synchronized boolean owns(Set<Integer> partitions) {
        if (owned.equals(partitions)) {
            return false;
        }
        owned = Set.copyOf(partitions);
        interests.keySet().removeIf(instrument -> !watches(instrument));
        underWay.keySet().removeIf(instrument -> !watches(instrument));
        closings.keySet().removeIf(instrument -> !watches(instrument));
        return true;
    }

    synchronized boolean watches(String instrument) {
        return owned.contains(Partitions.of(instrument));
    }

    /**
     * What the store says of an instrument; what is known to be matched already is not forgotten for an older
     * reading.
     */
    synchronized void learn(String instrument, Interest interest) {
        if (watches(instrument)) {
            interests.merge(instrument, interest, (known, read) -> read.matchedUpTo(known.matchedUpTo()));
            settle(instrument, interest.matchedUpTo());
        }
    }

    /** A committed batch matched the orders of the instrument against the quotes up to this one. */
    synchronized void matched(String instrument, long quoteSequence) {
        interests.computeIfPresent(instrument, (id, known) -> known.matchedUpTo(quoteSequence));
        settle(instrument, quoteSequence);
    }

    /** A committed batch handled the match command for this quote, whatever came of it. */
    synchronized void settle(String instrument, long quoteSequence) {
        underWay.computeIfPresent(instrument, (id, way) -> way.quoteSequence() <= quoteSequence ? null : way);
    }

    /** Whether to send a match command for this quote now. After a yes it is under way. */
    synchronized boolean claim(TopOfBook top, Instant now) {
        Interest interest = interests.get(top.instrument());
        UnderWay way = underWay.get(top.instrument());
        boolean free = way == null || way.until().isBefore(now);
        if (!free || interest == null || !interest.isCrossedBy(top)) {
            return false;
        }
        underWay.put(top.instrument(), new UnderWay(top.sequence(), now.plus(commandWait)));
        return true;
    }

    /** Whether to send a command now that closes the day of this order. After a yes it is under way. */
    synchronized boolean claimClose(String instrument, Ending ending, Instant now) {
        Closing closing = closings.get(instrument);
        boolean waits = closing != null
                && closing.ending().equals(ending)
                && !closing.until().isBefore(now);
        if (!watches(instrument) || !ending.isOver(now) || waits) {
            return false;
        }
        closings.put(instrument, new Closing(ending, now.plus(commandWait)));
        return true;
    }

    /** No command was sent after all. */
    synchronized void giveUpClose(String instrument) {
        closings.remove(instrument);
    }

    private record UnderWay(long quoteSequence, Instant until) {}

    private record Closing(Ending ending, Instant until) {}
}
