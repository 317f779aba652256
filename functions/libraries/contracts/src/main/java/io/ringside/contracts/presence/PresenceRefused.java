package io.ringside.contracts.presence;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Notice {@code presence.refused}: a received command had no effect.
 *
 * @param commandId the refused command's own id
 * @param reason code of {@link io.ringside.contracts.RejectReason}
 */
@Serdeable
public record PresenceRefused(String commandId, String user, String reason, String text, Instant at) {}
