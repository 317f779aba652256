package io.ringside.gateway.presence;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.presence.PresenceChoice;
import io.ringside.contracts.presence.SetPresence;
import io.ringside.gateway.command.Command;
import io.ringside.gateway.command.CommandFeature;
import io.ringside.gateway.command.CommandFields;
import io.ringside.gateway.command.CommandForm;
import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.limit.Kind;
import jakarta.inject.Singleton;
import java.util.List;

/** How a user wants to be seen. Whose status it is nobody can say: it is the sender's. */
@Singleton
final class PresenceCommands implements CommandFeature {
    static final String SET = "presence.set";

    private static final String VERB = "set";
    private static final String ID = "clientCommandId";

    @Override
    public List<CommandForm> forms() {
        return List.of(new CommandForm(SET, ID, Kind.PRESENCE, PresenceCommands::set));
    }

    private static Command set(CommandFields fields, String user) throws Malformed {
        SetPresence set = new SetPresence(
                fields.id(ID),
                user,
                fields.constant("status", PresenceChoice.class),
                fields.optionalMessage("message"));
        return Command.ofUser(SET, Subjects.presenceCommand(VERB, user), set.clientCommandId(), user, set);
    }
}
