package io.ringside.gateway.command;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.Wire;
import io.ringside.gateway.identity.Grant;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed command of a user for one account, ready to be sent.
 *
 * @param type wire name of the body
 * @param commandId the sender's own, unique for ever within the account
 * @param rfqId the request for quotes that it is about; its sender cannot know it before the answer
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Command(
        String type,
        String subject,
        String account,
        String commandId,
        @Nullable String rfqId,
        String user,
        byte[] body) {
    /** A command with this record as its body. */
    public static Command of(String type, String subject, String account, String commandId, String user, Object body) {
        return new Command(type, subject, account, commandId, null, user, Wire.encode(body));
    }

    /** A command about the sender himself, and none of his accounts. */
    public static Command ofUser(String type, String subject, String commandId, String user, Object body) {
        return of(type, subject, CommandKey.insteadOfAccount(user), commandId, user, body);
    }

    /** Whether whoever sent it may speak for what it is about. */
    boolean isAllowed(Grant grant) {
        return account.equals(CommandKey.insteadOfAccount(grant.user())) || grant.owns(account);
    }

    /** The same, about this request for quotes. */
    public Command about(String rfq) {
        return new Command(type, subject, account, commandId, rfq, user, body);
    }
}
