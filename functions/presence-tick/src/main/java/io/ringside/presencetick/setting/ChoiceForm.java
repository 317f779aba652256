package io.ringside.presencetick.setting;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.presence.PresenceRefused;
import io.ringside.contracts.presence.SetPresence;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of a command: who sent it is whom it is about, and what everybody will read is fit to be read. */
final class ChoiceForm {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");
    private static final int USER_TOKEN = 4;
    private static final String REFUSED = "presence.refused";

    private ChoiceForm() {}

    /** The rule that it breaks, if it breaks one. */
    static Optional<String> fault(Delivery delivery) {
        SetPresence command = (SetPresence) delivery.body();
        if (!ID.matcher(command.clientCommandId()).matches()) {
            return Optional.of("clientCommandId must be 1 to 36 letters, digits, hyphens or underscores.");
        }
        String sender = delivery.user();
        boolean ofAnother = !command.user().equals(addressee(delivery.subject()))
                || (sender != null && !sender.equals(command.user()));
        if (ofAnother) {
            return Optional.of("user is not the one who sent the command.");
        }
        String message = command.message();
        boolean unfit = message != null && !SetPresence.MESSAGE.matcher(message).matches();
        return unfit ? Optional.of("message " + SetPresence.MESSAGE_RULE + '.') : Optional.empty();
    }

    /** What names a well-formed command for ever: ids of presence are a user's, and no account begins like this. */
    static String identity(SetPresence command) {
        return new CommandKey('@' + command.user(), command.clientCommandId()).identity();
    }

    /** The user in whose name a command with this subject was received. */
    static String addressee(String subject) {
        return subject.split("\\.")[USER_TOKEN];
    }

    /** What the sender is told of a command that had no effect. */
    static Emission refused(String commandId, String user, RejectReason reason, String text, Instant at) {
        return new Emission(
                Subjects.inbox(user), REFUSED, new PresenceRefused(commandId, user, reason.name(), text, at));
    }
}
