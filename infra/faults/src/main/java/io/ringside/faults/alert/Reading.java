package io.ringside.faults.alert;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a person has read and says so: one command at a time, the same again until its outcome is told. */
final class Reading {
    /** Alerts of one command, as the protocol allows. */
    private static final int AT_ONCE_MAX = 100;
    /** One alert of so many is left unread for good. */
    private static final int LEFT_ONE_IN = 10;

    private final String user;
    private final boolean leavesSome;
    private final RandomGenerator random;
    private final Set<String> left = new HashSet<>();
    private final Set<String> judged = new HashSet<>();
    private @Nullable Command underWay;
    private int commands;

    /** @param leavesSome whether one in ten is never read; else all are, and the stream forgets what is settled */
    Reading(String user, boolean leavesSome, RandomGenerator random) {
        this.user = user;
        this.leavesSome = leavesSome;
        this.random = random;
    }

    /** One acknowledgement. */
    record Command(String id, List<String> alertIds) {}

    /** What to send now, the same as before while its outcome is not told. */
    @Nullable
    Command next(List<String> open) {
        if (underWay == null) {
            List<String> read =
                    open.stream().filter(this::reads).limit(AT_ONCE_MAX).toList();
            underWay = read.isEmpty() ? null : new Command("k-" + user + '-' + ++commands, read);
        }
        return underWay;
    }

    void outcome(String commandId) {
        if (underWay != null && underWay.id().equals(commandId)) {
            underWay = null;
        }
    }

    /** The page is loaded anew: what was not told to be acknowledged is read again, by a command of its own. */
    void forget() {
        underWay = null;
    }

    /** Whether everything is told that is to be acknowledged. */
    boolean isDone(List<String> open) {
        return underWay == null && open.stream().noneMatch(this::reads);
    }

    private boolean reads(String alertId) {
        if (leavesSome && judged.add(alertId) && random.nextInt(LEFT_ONE_IN) == 0) {
            left.add(alertId);
        }
        return !left.contains(alertId);
    }
}
