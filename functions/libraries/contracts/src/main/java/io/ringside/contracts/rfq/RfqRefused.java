package io.ringside.contracts.rfq;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * Notice {@code rfq.refused}: a received command had no effect on the request that it names.
 *
 * @param commandId the refused command's own id: clientRfqId, clientQuoteId or clientResponseId
 * @param reason code of {@link io.ringside.contracts.RejectReason}
 * @param text names the field and the rule, or the limit, what was asked and what is left
 */
@Serdeable
public record RfqRefused(
        String rfqId, String commandId, String account, String user, String reason, String text, Instant at) {}
