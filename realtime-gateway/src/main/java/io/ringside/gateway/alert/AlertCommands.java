package io.ringside.gateway.alert;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.gateway.command.Command;
import io.ringside.gateway.command.CommandFeature;
import io.ringside.gateway.command.CommandFields;
import io.ringside.gateway.command.CommandForm;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.limit.Kind;
import jakarta.inject.Singleton;
import java.util.List;

/** What may be done with alerts. Whose they are nobody can say: they are the sender's. */
@Singleton
final class AlertCommands implements CommandFeature {
    static final String ACKNOWLEDGE = "alert.acknowledge";

    private static final String VERB = "acknowledge";
    private static final String ID = "clientCommandId";

    @Override
    public List<CommandForm> forms() {
        return List.of(new CommandForm(ACKNOWLEDGE, ID, Kind.OTHER, AlertCommands::acknowledge));
    }

    private static Command acknowledge(CommandFields fields, String user) throws Malformed {
        AcknowledgeAlerts command =
                new AcknowledgeAlerts(fields.id(ID), user, fields.tokens("alertIds", AcknowledgeAlerts.ALERTS_MAX));
        return Command.ofUser(ACKNOWLEDGE, Subjects.alertCommand(VERB, user), command.clientCommandId(), user, command);
    }
}
