package io.ringside.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micronaut.scheduling.annotation.Scheduled;
import io.ringside.contracts.alert.AlertSeverity;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Shows operators how many alerts wait to be acknowledged. Every instance counts them all. */
@Singleton
class UnacknowledgedAlerts {
    private final AlertStore store;
    private final Map<AlertSeverity, AtomicLong> counts = new EnumMap<>(AlertSeverity.class);

    UnacknowledgedAlerts(AlertStore store, MeterRegistry metrics) {
        this.store = store;
        for (AlertSeverity severity : AlertSeverity.values()) {
            Tags tags = Tags.of("severity", severity.name().toLowerCase(Locale.ROOT));
            AtomicLong count = new AtomicLong();
            metrics.gauge("ringside.alert.unacknowledged", tags, count);
            counts.put(severity, count);
        }
    }

    @Scheduled(initialDelay = "${ringside.alert.count-period:10s}", fixedDelay = "${ringside.alert.count-period:10s}")
    void count() {
        Map<AlertSeverity, Long> found = store.unacknowledged();
        counts.forEach((severity, count) -> count.set(found.getOrDefault(severity, 0L)));
    }
}
