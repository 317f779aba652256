package io.ringside.testkit;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamConfiguration;
import io.ringside.provision.ProvisionException;
import io.ringside.provision.messaging.MessagingCatalog;
import io.ringside.provision.messaging.MessagingProvisioner;
import java.io.IOException;

/**
 * Streams under the names of deleted ones. The server removes the files of a deleted stream in its own time; until then
 * it may refuse to make another of that name.
 */
public final class MadeAgain {
    /** What the server answers then: error creating store for stream. */
    private static final int NO_STORE = 10_049;

    private MadeAgain() {}

    /** Makes a stream that was deleted, as soon as the server takes it. */
    public static void stream(JetStreamManagement management, StreamConfiguration wanted) {
        Eventually.holds(
                "stream " + wanted.getName() + " is made again", () -> isMade(() -> management.addStream(wanted)));
    }

    /** The same for all that are missing. */
    static void streams(Connection connection, MessagingCatalog catalog) {
        Eventually.holds(
                "all streams are made again", () -> isMade(() -> MessagingProvisioner.apply(connection, catalog)));
    }

    private static boolean isMade(Making making) {
        try {
            making.run();
            return true;
        } catch (JetStreamApiException | IOException | ProvisionException e) {
            Throwable answer = e instanceof ProvisionException ? e.getCause() : e;
            if (answer instanceof JetStreamApiException refusal && refusal.getApiErrorCode() == NO_STORE) {
                return false;
            }
            throw new IllegalStateException("streams cannot be made again: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Making {
        void run() throws IOException, JetStreamApiException;
    }
}
