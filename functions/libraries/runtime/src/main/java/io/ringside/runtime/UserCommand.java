package io.ringside.runtime;

import io.ringside.contracts.CommandId;
import io.ringside.contracts.Subjects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of a command about its sender himself, {@code cmd.<feature>.<verb>.<partition>.<user>}: who sent it is whom
 * it is about.
 */
public final class UserCommand {
    private static final int USER_TOKEN = 4;

    private UserCommand() {}

    /**
     * The rule that it breaks, if it breaks one.
     *
     * @param user whom its body names
     * @param clientCommandId its own id, as its body has it
     */
    public static Optional<String> fault(Delivery delivery, String user, String clientCommandId) {
        if (!CommandId.isWellFormed(clientCommandId)) {
            return Optional.of("clientCommandId must be 1 to " + CommandId.CHARACTERS_MAX
                    + " letters, digits, hyphens or underscores.");
        }
        String sender = delivery.user();
        boolean ofAnother = !user.equals(addressee(delivery.subject())) || (sender != null && !sender.equals(user));
        return ofAnother ? Optional.of("user is not the one who sent the command.") : Optional.empty();
    }

    /** The user in whose name a command with this subject was received. */
    public static String addressee(String subject) {
        return subject.split("\\.")[USER_TOKEN];
    }

    /**
     * Who is told that it was refused: whoever sent it, not whom it speaks for.
     *
     * @param user who sent it, as far as anybody knows
     */
    public static String sender(@Nullable String user, String subject) {
        return user != null && Subjects.isToken(user) ? user : addressee(subject);
    }
}
