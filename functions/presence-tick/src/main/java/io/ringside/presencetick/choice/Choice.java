package io.ringside.presencetick.choice;

import io.ringside.contracts.presence.PresenceChoice;
import io.ringside.contracts.presence.PresenceChosen;
import io.ringside.contracts.presence.SetPresence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to be seen as.
 *
 * @param version 0 for somebody who never chose
 */
public record Choice(
        String user, PresenceChoice status, @Nullable String message, long version, Instant changedAt) {
    /** Of somebody who never chose. */
    public static Choice none(String user) {
        return new Choice(user, PresenceChoice.AUTO, null, 0, Instant.EPOCH);
    }

    /** What it is after this command. */
    public Choice after(SetPresence command, Instant at) {
        return new Choice(user, command.status(), command.message(), version + 1, at);
    }

    /** What its sender is told. */
    public PresenceChosen told(String commandId) {
        return new PresenceChosen(commandId, user, status, message, version, changedAt);
    }
}
