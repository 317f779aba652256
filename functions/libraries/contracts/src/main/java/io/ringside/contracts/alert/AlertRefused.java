package io.ringside.contracts.alert;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * Notice {@code alert.refused}: a received command had no effect on these alerts.
 *
 * @param commandId the command's own id
 * @param alertIds none when the whole command was refused
 * @param reason code of {@link io.ringside.contracts.RejectReason}
 */
@Serdeable
public record AlertRefused(
        String commandId, String user, List<String> alertIds, String reason, String text, Instant at) {}
