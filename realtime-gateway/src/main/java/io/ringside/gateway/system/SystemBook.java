package io.ringside.gateway.system;

import io.ringside.contracts.system.SystemNotification;
import io.ringside.contracts.system.SystemNotificationEnded;
import io.ringside.contracts.system.SystemNotificationEnded.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What operators told, and what of it sockets know by now. Not thread-safe. */
final class SystemBook {
    private static final Comparator<SystemNotification> EARLIEST_FIRST =
            Comparator.comparing(SystemNotification::from).thenComparing(SystemNotification::notificationId);

    /** The last word on each; a withdrawn one stays, lest an earlier word that comes later bring it back. */
    private final Map<String, SystemNotification> known = new HashMap<>();

    private final Map<String, SystemNotification> told = new LinkedHashMap<>();

    /** What sockets have to be told. */
    record News(List<SystemNotification> begun, List<SystemNotificationEnded> ended) {}

    /** Takes what was published or stored, in any order and as often as it likes: the higher version counts. */
    void hear(SystemNotification notification) {
        known.merge(
                notification.notificationId(),
                notification,
                (old, fresh) -> fresh.version() > old.version() ? fresh : old);
    }

    /** Everything that holds, the earliest first. */
    List<SystemNotification> holding(Instant now) {
        return known.values().stream()
                .filter(notification -> notification.holdsAt(now))
                .sorted(EARLIEST_FIRST)
                .toList();
    }

    /** What has begun and what has ended since this was asked last. What is over is forgotten. */
    News news(Instant now) {
        List<SystemNotification> holding = holding(now);
        List<SystemNotificationEnded> ended = new ArrayList<>();
        told.keySet().removeIf(id -> {
            SystemNotification last = known.get(id);
            if (last == null || last.holdsAt(now)) {
                return false;
            }
            Ending reason = last.withdrawnAt() == null ? Ending.OVER : Ending.WITHDRAWN;
            return ended.add(new SystemNotificationEnded(id, reason, now));
        });
        List<SystemNotification> begun = holding.stream()
                .filter(notification -> !notification.equals(told.get(notification.notificationId())))
                .toList();
        begun.forEach(notification -> told.put(notification.notificationId(), notification));
        known.values().removeIf(notification -> notification.isOverAt(now));
        return new News(begun, ended);
    }
}
