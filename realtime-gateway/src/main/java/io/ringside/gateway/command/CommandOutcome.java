package io.ringside.gateway.command;

import io.ringside.gateway.protocol.Fault;
import io.ringside.gateway.protocol.Received;

/** What became of a command at this gateway. */
public sealed interface CommandOutcome {
    /** JetStream has it. */
    record Accepted(Received received) implements CommandOutcome {}

    /** JetStream does not have it, or nobody knows: the fault says which. */
    record Refused(Fault fault) implements CommandOutcome {}
}
