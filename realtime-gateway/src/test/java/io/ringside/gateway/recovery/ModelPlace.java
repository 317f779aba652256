package io.ringside.gateway.recovery;

import io.micronaut.json.tree.JsonNode;
import io.ringside.gateway.frame.Outbound;
import io.ringside.gateway.protocol.Position;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One replayable channel as a client has it that keeps to PROTOCOL.md to the letter. Each notice carries its number,
 * counted from 1, which no real client knows: by it this one checks that what it believes is true.
 */
final class ModelPlace {
    private final String channel;
    private final Witness witness;
    private final Branches branches;

    // What a client knows.
    private @Nullable Position position;
    private boolean anyPredecessor;
    private long firstAvailable;
    private boolean awaiting;

    // What was asked, and what was promised for it.
    private @Nullable Position asked;
    private int askedNumber;
    private boolean promisedReplay;
    private int owed;
    private long end;
    private boolean first;
    private long lastSequence;

    // The truth: the number at the position, -1 where nobody knows; the last one applied; and up to which one a gap
    // was announced, so that the state was read.
    private int number = -1;
    private int applied;
    private int announced;
    private boolean startedAgain;
    // It took notices of another stream for those of its own; that has to be said.
    private boolean mistaken;
    private boolean left;

    /** Who knows what was published. */
    interface Witness {
        /** Notices that are published by now. */
        int published();

        /** A gap was announced to somebody who had missed none. */
        void unproven(String channel, Position stood, String reason);

        /** The stream holds so many of one user. */
        int retained();

        /** Bytes of one. */
        int bytes();

        /** Whether this notice was stored in the stream of that epoch. */
        boolean isOf(int number, String epoch);
    }

    ModelPlace(String channel, Witness witness, Branches branches) {
        this.channel = channel;
        this.witness = witness;
        this.branches = branches;
    }

    String channel() {
        return channel;
    }

    @Nullable
    Position position() {
        return position;
    }

    int applied() {
        return applied;
    }

    int announced() {
        return announced;
    }

    /** Whether an answer is under way. */
    boolean awaiting() {
        return awaiting;
    }

    /** A subscription or a resync is sent from where this stands. */
    void asks() {
        awaiting = true;
        left = false;
        asked = position;
        askedNumber = number;
    }

    /** Pushes that still come are not looked at. */
    void leaves() {
        left = true;
    }

    /** What was asked will not be answered. */
    void forgets() {
        awaiting = false;
        owed = 0;
    }

    void answered(JsonNode answer) {
        check(awaiting, "an answer that nobody asked for");
        awaiting = false;
        String mode = text(answer, "mode");
        Position told = new Position(
                text(answer.get("position"), "epoch"),
                answer.get("position").get("sequence").getLongValue());
        owed = mode.equals("live") ? 0 : answer.get("count").getIntValue();
        end = told.sequence();
        first = true;
        promisedReplay = mode.equals("replay");
        anyPredecessor = false;
        switch (mode) {
            case "live" -> {
                branches.took(Branch.LIVE);
                check(told.equals(asked), "live, but at another position");
            }
            case "replay" -> {
                Position stood = asked;
                check(stood != null && stood.epoch().equals(told.epoch()) && owed > 0, "a replay of nothing");
                if (owed == witness.retained() - 1) {
                    branches.took(Branch.REPLAY_OF_A_FULL_QUEUE);
                }
                if (owed * witness.bytes() > Outbound.QUEUE_BYTES_MAX) {
                    branches.took(Branch.PACED);
                }
            }
            case "gap" -> gap(answer, told);
            default -> throw failure("no such mode: " + mode);
        }
    }

    private void gap(JsonNode answer, Position told) {
        String reason = text(answer, "reason");
        firstAvailable = answer.get("firstAvailable").getLongValue();
        Position stood = asked;
        switch (reason) {
            case "first" -> {
                branches.took(Branch.GAP_FIRST);
                check(stood == null, "a first visit of somebody who was here");
            }
            case "epoch" -> {
                branches.took(Branch.GAP_EPOCH);
                mistaken = false;
                check(stood != null, "another stream, for somebody who knew none");
            }
            case "evicted" -> {
                branches.took(Branch.GAP_EVICTED);
                check(stood != null && stood.epoch().equals(told.epoch()), "evicted from another stream");
            }
            default -> throw failure("no such reason: " + reason);
        }
        check(owed > 0 || firstAvailable == end + 1, "nothing follows, but something is available");
        // The state is read now: it says what all notices up to this moment say.
        announced = Math.max(announced, witness.published());
        // What came between the question and the answer may come once more.
        Position stands = position;
        startedAgain |= stands == null
                || stands.sequence() >= firstAvailable
                || !stands.epoch().equals(told.epoch());
        anyPredecessor = owed > 0;
        position = new Position(told.epoch(), owed > 0 ? firstAvailable - 1 : end);
        number = -1;
    }

    /** A push of this channel; true if it shows that something is missing. */
    boolean pushed(long sequence, long previous, int n) {
        if (left) {
            return false;
        }
        boolean begins = first;
        checkPromise(sequence, previous, n);
        Position stands = position;
        check(stands != null, "a push before any answer");
        if (sequence <= Objects.requireNonNull(stands).sequence()) {
            branches.took(Branch.DUPLICATE);
            return false;
        }
        if (anyPredecessor ? sequence != firstAvailable : previous != stands.sequence()) {
            return true;
        }
        if (begins && anyPredecessor) {
            afterGap(n);
        }
        anyPredecessor = false;
        checkNothingLost(n, stands.epoch());
        check(n > applied || startedAgain, "applied twice: " + n);
        startedAgain &= n <= applied;
        applied = Math.max(applied, n);
        number = n;
        position = new Position(stands.epoch(), sequence);
        return false;
    }

    /** What an answer promised comes next, and exactly that. */
    private void checkPromise(long sequence, long previous, int n) {
        if (owed > 0) {
            if (!first) {
                check(previous == lastSequence, "a broken chain in what was promised");
            } else if (promisedReplay) {
                Position stood = Objects.requireNonNull(asked);
                check(previous == stood.sequence(), "a replay that begins elsewhere");
                check(askedNumber < 0 || n == askedNumber + 1, "a replay that leaves something out before " + n);
            } else {
                check(sequence == firstAvailable, "what is available begins elsewhere");
            }
            owed--;
            check(owed > 0 ? sequence < end : sequence == end, "what was promised ends elsewhere");
        }
        first = false;
        lastSequence = sequence;
    }

    /**
     * A node may hear a new stream before it knows that it is another: for that moment it may take one number for the
     * other, and says so as soon as it knows.
     */
    private void checkNothingLost(int n, String epoch) {
        if (!mistaken && !witness.isOf(n, epoch)) {
            branches.took(Branch.MISTAKEN);
            mistaken = true;
        }
        check(mistaken || n <= Math.max(applied, announced) + 1, "lost without a word before " + n);
    }

    private void afterGap(int n) {
        Position stood = asked;
        if (stood != null && askedNumber >= 0 && n == askedNumber + 1) {
            witness.unproven(channel, stood, "nothing was lost before " + n);
            branches.took(Branch.GAP_UNPROVEN);
        } else if (stood != null && askedNumber >= 0 && n == askedNumber + 2) {
            branches.took(Branch.GAP_AT_ONE_TOO_MANY);
        }
    }

    /** Whether there is nothing left to wait for. */
    boolean isComplete() {
        return !awaiting && owed == 0 && applied == witness.published();
    }

    /** At rest, with all that was published told: nothing is missing. */
    void checkComplete(boolean somethingIsKept) {
        check(!awaiting && owed == 0, "not at rest");
        check(!mistaken, "took one stream for another, and was not told");
        int published = witness.published();
        check(Math.max(applied, announced) == published, "only " + applied + " of " + published + " is known");
        check(applied == published || !somethingIsKept, "not sent what is still there: " + applied + '/' + published);
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            throw failure(otherwise);
        }
    }

    private AssertionError failure(String what) {
        return new AssertionError(channel + ": " + what + " " + this);
    }

    @Override
    public String toString() {
        return "[at %s #%d, asked %s #%d, applied %d, announced %d, owed %d to %d, available from %d]"
                .formatted(position, number, asked, askedNumber, applied, announced, owed, end, firstAvailable);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).getStringValue();
    }
}
