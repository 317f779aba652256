package io.ringside.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The buckets of all users of this node. */
@Singleton
public final class RateLimits {
    /** Buckets that are kept; the one longest untouched is full again anyway. */
    private static final int BUCKETS_MAX = 100_000;

    private final LimitSettings settings;
    private final InstantSource clock;
    private final Map<Kind, Counter> limited = new EnumMap<>(Kind.class);
    private final Map<Key, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TokenBucket> eldest) {
            return size() > BUCKETS_MAX;
        }
    };

    RateLimits(LimitSettings settings, InstantSource clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            limited.put(kind, meters.counter("ringside.gateway.rate.limited", "kind", kind.word()));
        }
    }

    private record Key(String user, Kind kind) {}

    /** Takes one request of a user; 0 if it may pass, else the milliseconds until one may. */
    public long take(String user, String role, Kind kind) {
        long now = clock.millis();
        long wait;
        synchronized (buckets) {
            wait = buckets.computeIfAbsent(new Key(user, kind), key -> bucket(settings.of(role, kind), now))
                    .take(now);
        }
        Counter counter = limited.get(kind);
        if (wait > 0 && counter != null) {
            counter.increment();
        }
        return wait;
    }

    private static TokenBucket bucket(LimitSettings.Rate rate, long now) {
        return new TokenBucket(rate.perMinute(), rate.burst(), now);
    }
}
