package io.ringside.gateway.identity;

import io.micronaut.security.authentication.Authentication;
import io.ringside.gateway.http.Refusal;
import io.ringside.gateway.protocol.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller of an HTTP operation may see and do. */
public final class Callers {
    private Callers() {}

    /** The caller's grant. */
    public static Grant grant(Authentication caller) {
        return BearerTokens.grantOf(caller);
    }

    /** The caller's accounts, or the one that is asked for, if it is the caller's. */
    public static List<String> accounts(Authentication caller, @Nullable String account) {
        Grant grant = grant(caller);
        if (account == null) {
            return grant.accounts().stream().sorted().toList();
        }
        if (!grant.owns(account)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "This account is not yours.");
        }
        return List.of(account);
    }
}
