package io.ringside.presencetick.board;

import io.nats.client.Connection;
import io.ringside.contracts.Subjects;
import io.ringside.presencetick.life.LifeTable;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether this instance has been listening for long enough to say who is gone. Who was deaf, because it has just been
 * started, or NATS was away, or the machine stood still, must not take its own deafness for the silence of others.
 */
@Singleton
final class Vigil {
    private static final byte[] NOTHING = {};

    private final LifeTable lives;
    private final Connection connection;
    private final PresenceSettings settings;
    private @Nullable Instant last;
    private Instant settledAt = Instant.MAX;

    Vigil(LifeTable lives, Connection connection, PresenceSettings settings) {
        this.lives = lives;
        this.connection = connection;
        this.settings = settings;
    }

    /** To be called at each beat. */
    boolean maySpeak(Instant now) {
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            last = null;
            return false;
        }
        if (wasDeaf(now)) {
            lives.renewAll(now);
            settledAt = now.plus(settings.settle());
            connection.publish(Subjects.PRESENCE_ASKED, NOTHING);
        }
        last = now;
        return !now.isBefore(settledAt);
    }

    private boolean wasDeaf(Instant now) {
        return last == null || last.plus(settings.deafMax()).isBefore(now);
    }
}
