package io.ringside.contracts;

/**
 * What names a command, and an order or a reservation that it made, for ever.
 *
 * @param id the sender's own, unique within the account
 */
public record CommandKey(String account, String id) {
    /** The identity under which the runtime remembers it. */
    public String identity() {
        return account + '/' + id;
    }
}
