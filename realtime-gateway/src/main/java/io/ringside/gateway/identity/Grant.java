package io.ringside.gateway.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a signed-in user may do, until when.
 *
 * @param family the sign-in that this comes from; its revocation ends the grant
 */
public record Grant(String user, String role, Set<String> accounts, UUID family, Instant expiresAt) {
    /** Whether this account is one of the user's own. */
    public boolean owns(String account) {
        return accounts.contains(account);
    }
}
