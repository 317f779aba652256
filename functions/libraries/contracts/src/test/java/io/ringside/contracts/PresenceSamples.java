package io.ringside.contracts;

import io.ringside.contracts.presence.PresenceChanged;
import io.ringside.contracts.presence.PresenceChoice;
import io.ringside.contracts.presence.PresenceChosen;
import io.ringside.contracts.presence.PresenceRefused;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.PresenceStatus;
import io.ringside.contracts.presence.PresenceTick;
import io.ringside.contracts.presence.SetPresence;
import java.time.Instant;
import java.util.List;

/** The records of presence: whole first, least second. */
final class PresenceSamples {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");
    private static final PresenceState GONE =
            new PresenceState("alice", PresenceStatus.OFFLINE, "at lunch", NOON, NOON, 4);
    private static final PresenceState THERE = new PresenceState("bob", PresenceStatus.ACTIVE, null, NOON, null, 1);

    private PresenceSamples() {}

    static List<List<Record>> all() {
        return List.of(
                List.of(
                        new SetPresence("s-1", "alice", PresenceChoice.BUSY, "at lunch"),
                        new SetPresence("s-1", "alice", PresenceChoice.AUTO, null)),
                List.of(
                        new PresenceChosen("s-1", "alice", PresenceChoice.BUSY, "at lunch", 2, NOON),
                        new PresenceChosen("s-1", "alice", PresenceChoice.AUTO, null, 2, NOON)),
                List.of(new PresenceRefused("s-1", "alice", "DUPLICATE_ID", "This id was used before.", NOON)),
                List.of(
                        new PresenceTick("n1", 7, true, List.of(new PresenceTick.Here("alice", 1_500)), List.of("bob")),
                        new PresenceTick("n1", 8, false, List.of(), List.of())),
                List.of(GONE, THERE),
                List.of(new PresenceChanged("t1", 3, List.of(GONE, THERE))));
    }
}
