package io.ringside.contracts;

import io.ringside.contracts.system.SystemNotification;
import io.ringside.contracts.system.SystemNotificationEnded;
import io.ringside.contracts.system.SystemNotifications;
import io.ringside.contracts.system.SystemSeverity;
import java.time.Instant;
import java.util.List;

/** The records of what operators tell: whole first, least second. */
final class SystemSamples {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");
    private static final Instant EVENING = Instant.parse("2026-11-21T18:30:00Z");
    private static final String ID = "01990000-0000-7000-8000-00000000000a";
    private static final String TEXT = "The floor restarts at 18:30 UTC.";
    private static final SystemNotification WITHDRAWN =
            new SystemNotification(ID, SystemSeverity.WARNING, TEXT, NOON, EVENING, NOON, 2, NOON);
    private static final SystemNotification OPEN =
            new SystemNotification(ID, SystemSeverity.INFO, TEXT, NOON, null, null, 1, NOON);

    private SystemSamples() {}

    static List<List<Record>> all() {
        return List.of(
                List.of(WITHDRAWN, OPEN),
                List.of(new SystemNotificationEnded(ID, SystemNotificationEnded.Ending.WITHDRAWN, NOON)),
                List.of(new SystemNotifications(List.of(OPEN)), new SystemNotifications(List.of())));
    }
}
