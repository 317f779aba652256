package io.ringside.contracts.order;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Notice {@code command.refused}: a received command had no effect and its order, if any, is untouched: an id used
 * again with another body, a cancel that came too late or names no order, or a message under investigation.
 *
 * @param reason code of {@link io.ringside.contracts.RejectReason}
 */
@Serdeable
public record CommandRefused(
        String clientOrderId, String account, String user, String reason, String text, Instant at) {}
