package io.ringside.gateway.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.ringside.gateway.limit.TokenBucket;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what is suspicious and says so in the log: who, from where, in which call or on which socket, never with what
 * secret. The log is not the attacker's to fill: an address has so many lines a minute, all together so many more, and
 * a line says how many were left out before it.
 */
@Singleton
public final class Suspicions {
    /** Lines about one address. */
    static final int LINES_PER_MINUTE = 6;

    static final int LINES_AT_ONCE = 10;
    /** Lines about all addresses together. */
    static final int ALL_LINES_PER_MINUTE = 600;

    static final int ALL_LINES_AT_ONCE = 200;
    /** Malformed messages of one address that a defect explains. */
    static final int MALFORMED_PER_MINUTE = 30;

    static final int MALFORMED_AT_ONCE = 30;
    /** Addresses that are remembered; the one longest quiet is forgotten first. */
    static final int ADDRESSES_MAX = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Suspicions.class);

    private final InstantSource clock;
    private final Map<Suspicion, Counter> counters = new EnumMap<>(Suspicion.class);

    // Guarded by this.
    private final TokenBucket all;
    private long leftOut;
    private final Map<InetAddress, Watched> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Watched> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    Suspicions(InstantSource clock, MeterRegistry meters) {
        this.clock = clock;
        all = new TokenBucket(ALL_LINES_PER_MINUTE, ALL_LINES_AT_ONCE, clock.millis());
        for (Suspicion kind : Suspicion.values()) {
            counters.put(kind, meters.counter("ringside.gateway.suspicious", "kind", kind.word()));
        }
    }

    private record Watched(TokenBucket lines, TokenBucket malformed) {
        static Watched from(long now) {
            return new Watched(
                    new TokenBucket(LINES_PER_MINUTE, LINES_AT_ONCE, now),
                    new TokenBucket(MALFORMED_PER_MINUTE, MALFORMED_AT_ONCE, now));
        }
    }

    /**
     * Something suspicious happened.
     *
     * @param user who it was, or whose it was, if that is known
     * @param correlation id of the call or of the socket
     */
    public void note(Suspicion kind, InetAddress address, @Nullable String user, String correlation) {
        Counter counter = counters.get(kind);
        if (counter != null) {
            counter.increment();
        }
        long before = linesLeftOut(address);
        if (before >= 0) {
            LOG.warn(
                    "{}",
                    LogLine.of("suspicious")
                            .with("kind", kind.word())
                            .with("address", address.getHostAddress())
                            .with("user", user)
                            .with("correlation", correlation)
                            .with("left-out", before == 0 ? null : before));
        }
    }

    /** Something malformed came; that is suspicious only when there is much of it. */
    public void malformed(InetAddress address, @Nullable String user, String correlation) {
        if (isFlood(address)) {
            note(Suspicion.MALFORMED_FLOOD, address, user, correlation);
        }
    }

    private synchronized boolean isFlood(InetAddress address) {
        long now = clock.millis();
        return watched(address, now).malformed().take(now) > 0;
    }

    /** How many lines were left out before this one; negative if this one is too. */
    private synchronized long linesLeftOut(InetAddress address) {
        long now = clock.millis();
        if (watched(address, now).lines().take(now) > 0 || all.take(now) > 0) {
            leftOut++;
            return -1;
        }
        long before = leftOut;
        leftOut = 0;
        return before;
    }

    private Watched watched(InetAddress address, long now) {
        return addresses.computeIfAbsent(address, unknown -> Watched.from(now));
    }
}
