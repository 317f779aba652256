package io.ringside.marketdata.operation;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream that keeps the last quote of each instrument. It lives in memory, so it goes with a server that restarts;
 * quotes still reach who listens, but late comers find nothing until it is provisioned again.
 */
@Singleton
final class QuotesStream {
    private static final Logger LOG = LoggerFactory.getLogger(QuotesStream.class);
    private static final String NAME = "QUOTES";
    private static final int NOT_FOUND = 404;

    /** What is known of it. */
    enum Presence {
        UNKNOWN,
        PRESENT,
        MISSING
    }

    private final Connection connection;
    private volatile Presence presence = Presence.UNKNOWN;

    QuotesStream(Connection connection) {
        this.connection = connection;
    }

    /** As of the last look. */
    Presence presence() {
        return presence;
    }

    /** Asks the server; without an answer what was known stays. */
    Presence look() {
        try {
            connection.jetStreamManagement().getStreamInfo(NAME);
            presence = Presence.PRESENT;
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() == NOT_FOUND) {
                if (presence == Presence.PRESENT) {
                    LOG.error("stream {} is missing: late comers find no quotes until it is provisioned again", NAME);
                }
                presence = Presence.MISSING;
            }
        } catch (IOException e) {
            LOG.debug("stream {} cannot be looked at: {}", NAME, e.getMessage());
        }
        return presence;
    }
}
