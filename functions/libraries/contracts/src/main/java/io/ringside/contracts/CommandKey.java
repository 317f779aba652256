package io.ringside.contracts;

/**
 * What names a command, and an order or a reservation that it made, for ever.
 *
 * @param id the sender's own, unique within the account
 */
public record CommandKey(String account, String id) {
    private static final char OF_USER = '@';

    /** Of a command about its sender himself, and none of his accounts. */
    public static CommandKey ofUser(String user, String id) {
        return new CommandKey(insteadOfAccount(user), id);
    }

    /** What stands for an account where there is none but its sender: no account is called like this. */
    public static String insteadOfAccount(String user) {
        return OF_USER + user;
    }

    /** The identity under which the runtime remembers it. */
    public String identity() {
        return account + '/' + id;
    }
}
