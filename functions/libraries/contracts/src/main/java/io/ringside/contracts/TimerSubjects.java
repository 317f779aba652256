package io.ringside.contracts;

/** The way of a timer: from the subject that it waits on to that of the command that it becomes. */
public final class TimerSubjects {
    private static final String COMMAND = "cmd.";
    private static final String TIMER = "timer.";
    private static final String DUE = "due.";

    private TimerSubjects() {}

    /** {@code timer.<feature>.<verb>.<partition>.<key>}: becomes the command of the same name when it is due. */
    public static String timer(String feature, String verb, String key) {
        return TIMER
                + Subjects.token(feature)
                + '.'
                + Subjects.token(verb)
                + '.'
                + Partitions.of(key)
                + '.'
                + Subjects.token(key);
    }

    /** {@code timer.venue.close.<partition>.<instrument>.<orderId>}: the end of an order's time at the paper venue. */
    public static String venueTimer(String instrument, String orderId) {
        return TIMER + "venue.close." + Partitions.of(instrument) + '.' + Subjects.token(instrument) + '.'
                + Subjects.token(orderId);
    }

    /** {@code due.<feature>.<verb>.<partition>.<key>}: where the message of a timer appears when it is due. */
    public static String due(String timer) {
        return DUE + afterKind(timer, TIMER);
    }

    /** The command that a timer becomes once it is due. */
    public static String commandOf(String due) {
        return COMMAND + afterKind(due, DUE);
    }

    private static String afterKind(String subject, String kind) {
        if (!subject.startsWith(kind)) {
            throw new IllegalArgumentException("not a subject of kind " + kind + ": '" + subject + "'");
        }
        return subject.substring(kind.length());
    }
}
