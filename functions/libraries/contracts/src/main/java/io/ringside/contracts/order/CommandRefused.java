package io.ringside.contracts.order;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notice {@code command.refused}: a received command had no effect and its order, if any, is untouched: an id used
 * again with another body, a cancel or an amend that cannot be, or a message under investigation.
 *
 * @param originalClientOrderId the order that a cancel or an amend named, absent for other commands. A command for many
 *     orders is refused for each that it came too late for.
 * @param reason code of {@link io.ringside.contracts.RejectReason}
 */
@Serdeable
public record CommandRefused(
        String clientOrderId,
        @Nullable String originalClientOrderId,
        String account,
        String user,
        String reason,
        String text,
        Instant at) {}
