package io.ringside.presencetick.setting;

import io.ringside.contracts.CommandId;
import io.ringside.contracts.CommandKey;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.presence.PresenceRefused;
import io.ringside.contracts.presence.SetPresence;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.UserCommand;
import java.time.Instant;
import java.util.Optional;

/** The form of a command: who sent it is whom it is about, and what everybody will read is fit to be read. */
final class ChoiceForm {
    private static final String REFUSED = "presence.refused";

    private ChoiceForm() {}

    /** The rule that it breaks, if it breaks one. */
    static Optional<String> fault(Delivery delivery) {
        SetPresence command = (SetPresence) delivery.body();
        Optional<String> fault = UserCommand.fault(delivery, command.user(), command.clientCommandId());
        if (fault.isPresent()) {
            return fault;
        }
        String message = command.message();
        boolean unfit = message != null && !SetPresence.MESSAGE.matcher(message).matches();
        return unfit ? Optional.of("message " + SetPresence.MESSAGE_RULE + '.') : Optional.empty();
    }

    /** What names a well-formed command for ever: ids of presence are a user's. */
    static String identity(SetPresence command) {
        return CommandKey.ofUser(command.user(), command.clientCommandId()).identity();
    }

    /** What the sender is told of a command that had no effect. */
    static Emission refused(String commandId, String user, RejectReason reason, String text, Instant at) {
        PresenceRefused body = new PresenceRefused(CommandId.told(commandId), user, reason.name(), text, at);
        return new Emission(Subjects.inbox(user), REFUSED, body);
    }
}
