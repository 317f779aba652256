package io.ringside.contracts.presence;

import io.micronaut.serde.annotation.Serdeable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Command {@code presence.set}: how its sender wants to be seen from now on, until the next one, whatever session it
 * is. There is no field for anybody else: the user is who sent it.
 *
 * @param message what goes with the status; one that is absent takes an earlier one away
 */
@Serdeable
public record SetPresence(
        String clientCommandId,
        String user,
        PresenceChoice status,
        @Nullable String message) {
    /** Characters of a message. */
    public static final int MESSAGE_CHARACTERS_MAX = 140;

    /** The rule of a message, for a person. */
    public static final String MESSAGE_RULE =
            "must be 1 to " + MESSAGE_CHARACTERS_MAX + " characters on one line, without control characters";

    /** One line that says something and turns no text around: everybody reads it. */
    public static final Pattern MESSAGE =
            Pattern.compile("(?=.*\\S)[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]{1,"
                    + MESSAGE_CHARACTERS_MAX + "}");
}
