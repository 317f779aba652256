package io.ringside.alert;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.UserCommand;
import java.util.Optional;

/** The form of an acknowledgement: who sent it is whose alerts it names. */
final class AlertForm {
    private AlertForm() {}

    /** The rule that it breaks, if it breaks one. */
    static Optional<String> fault(Delivery delivery) {
        AcknowledgeAlerts command = (AcknowledgeAlerts) delivery.body();
        Optional<String> fault = UserCommand.fault(delivery, command.user(), command.clientCommandId());
        if (fault.isPresent()) {
            return fault;
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
        return CommandKey.ofUser(command.user(), command.clientCommandId()).identity();
    }
}
