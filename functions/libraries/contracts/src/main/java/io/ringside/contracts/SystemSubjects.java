package io.ringside.contracts;

/** Subjects of what operators tell everybody, taken apart and put together here only. */
public final class SystemSubjects {
    /** Every notification. */
    public static final String ALL = "system.notification.*";
    /** Every notification as the server republishes it once it is stored. */
    public static final String ALL_LIVE = Subjects.LIVE + "system.*";

    private SystemSubjects() {}

    /** {@code system.notification.<notificationId>} */
    public static String notification(String notificationId) {
        return "system.notification." + Subjects.token(notificationId);
    }
}
