package io.ringside.contracts.activity;

/**
 * Whose line it is, as the book of the feed names it: an account's (orders and transactions, seen by everybody who
 * trades for it) or a user's own (requests for quotes). Ids hold no slash, so that the two never meet.
 */
public final class ActivityReader {
    private ActivityReader() {}

    /** Everybody who trades for this account. */
    public static String account(String account) {
        return "account/" + account;
    }

    /** This user alone. */
    public static String user(String user) {
        return "user/" + user;
    }
}
