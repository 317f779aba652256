package io.ringside.presencetick.board;

import io.micronaut.context.annotation.Context;
import io.ringside.contracts.presence.PresenceState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells at each beat what has changed since the last one. */
@Context
final class Beat {
    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

    private final Vigil vigil;
    private final Board board;
    private final BoardReading reading;
    private final Announcer announcer;
    private final PresenceSettings settings;
    private final InstantSource clock;
    private final Thread thread = Thread.ofVirtual().name("presence-beat").unstarted(this::run);

    Beat(
            Vigil vigil,
            Board board,
            BoardReading reading,
            Announcer announcer,
            PresenceSettings settings,
            InstantSource clock) {
        this.vigil = vigil;
        this.board = board;
        this.reading = reading;
        this.announcer = announcer;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(settings.beat());
                beat(clock.instant());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Told to stop.
        }
    }

    private void beat(Instant now) {
        List<PresenceState> changes = List.of();
        try {
            if (!vigil.maySpeak(now)) {
                return;
            }
            if (reading.readIfDue()) {
                announcer.greet();
            }
            changes = board.changes(now);
            if (!changes.isEmpty()) {
                announcer.tell(changes);
            }
        } catch (RuntimeException e) {
            LOG.warn("nothing is told now, trying again: {}", e.getMessage());
            board.touch(changes.stream().map(PresenceState::user).toList());
        }
    }
}
