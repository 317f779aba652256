package io.ringside.alert;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.runtime.Delivery;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of an acknowledgement: who sent it is whose alerts it names. */
final class AlertForm {
    private static final Pattern COMMAND_ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");
    private static final int USER_TOKEN = 4;

    private AlertForm() {}

    /** The rule that it breaks, if it breaks one. */
    static Optional<String> fault(Delivery delivery) {
        AcknowledgeAlerts command = (AcknowledgeAlerts) delivery.body();
        if (!COMMAND_ID.matcher(command.clientCommandId()).matches()) {
            return Optional.of("clientCommandId must be 1 to 36 letters, digits, hyphens or underscores.");
        }
        String sender = delivery.user();
        boolean ofAnother = !command.user().equals(addressee(delivery.subject()))
                || (sender != null && !sender.equals(command.user()));
        if (ofAnother) {
            return Optional.of("user is not the one who sent the command.");
        }
        int named = command.alertIds().size();
        if (named < 1 || named > AcknowledgeAlerts.ALERTS_MAX) {
            return Optional.of("alertIds must name 1 to " + AcknowledgeAlerts.ALERTS_MAX + " alerts.");
        }
        return command.alertIds().stream().allMatch(Subjects::isToken)
                ? Optional.empty()
                : Optional.of("alertIds must be ids.");
    }

    /** What names a well-formed command for ever: ids of commands are a user's here. */
    static String identity(AcknowledgeAlerts command) {
        return new CommandKey('@' + command.user(), command.clientCommandId()).identity();
    }

    /** The user that a command with this subject is for. */
    static String addressee(String subject) {
        return subject.split("\\.")[USER_TOKEN];
    }
}
