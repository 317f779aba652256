package io.ringside.gateway.command;

import java.util.List;

/** The commands of one feature: it brings them along, and nothing here has to know them. */
public interface CommandFeature {
    /** All of them. */
    List<CommandForm> forms();
}
