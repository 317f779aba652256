package io.ringside.gateway.operator;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.ringside.gateway.http.ClientAddresses;
import io.ringside.gateway.http.Correlation;
import io.ringside.gateway.watch.LogLine;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what each operator looked at and did, and from where. */
@Singleton
final class OperatorAudit {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorAudit.class);

    private final ClientAddresses addresses;

    OperatorAudit(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    /** The beginning of a line about this deed. */
    LogLine line(HttpRequest<?> request, Authentication operator, String action) {
        return LogLine.of("operator")
                .with("action", action)
                .with("operator", operator.getName())
                .with("address", addresses.of(request).getHostAddress())
                .with("correlation", Correlation.of(request));
    }

    void log(LogLine line) {
        LOG.info("{}", line);
    }
}
