package io.ringside.gateway.command;

import io.ringside.gateway.json.Malformed;
import io.ringside.gateway.limit.Kind;

/**
 * One type of command.
 *
 * @param type as clients name it
 * @param idField field of the body with the sender's own id
 * @param kind what it counts as
 * @param reader of the body: form is checked here; what a command means is decided where its state is
 */
public record CommandForm(String type, String idField, Kind kind, Reader reader) {
    /** Takes a command's fields out one by one; what it leaves is refused. */
    @FunctionalInterface
    public interface Reader {
        /** The command of this user. */
        Command read(CommandFields fields, String user) throws Malformed;
    }
}
