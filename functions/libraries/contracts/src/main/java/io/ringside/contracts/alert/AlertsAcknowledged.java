package io.ringside.contracts.alert;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * Notice {@code alert.acknowledged}, to all devices of the user: the outcome of one acknowledgement.
 *
 * @param clientCommandId by which the device that sent it knows its own
 * @param alertIds acknowledged by it
 * @param already named by it, and acknowledged before
 * @param unacknowledged alerts of the user that are left
 */
@Serdeable
public record AlertsAcknowledged(
        String clientCommandId,
        String user,
        List<String> alertIds,
        List<String> already,
        long unacknowledged,
        Instant at) {}
