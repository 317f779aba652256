package io.ringside.contracts.alert;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * {@code cmd.alert.acknowledge}: its sender has seen these alerts. There is no field for anybody else: the user is who
 * sent it.
 *
 * @param clientCommandId the sender's id, unique for ever within the user
 * @param alertIds the sender's own, 1 to {@link #ALERTS_MAX}
 */
@Serdeable
public record AcknowledgeAlerts(String clientCommandId, String user, List<String> alertIds) {
    /** Alerts of one command. */
    public static final int ALERTS_MAX = 100;
}
