package io.ringside.reference;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.ApplicationStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import io.ringside.trading.instrument.InstrumentTable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instruments of the floor, read at start, before anything is handled, and again every
 * {@code ringside.reference.refresh} (5 s). A refresh that fails keeps the table that is there: what is open or halted
 * may then be known late, and the log says so.
 */
@Singleton
public class ReferenceData implements ApplicationEventListener<ApplicationStartupEvent>, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceData.class);
    /** What was looked for in vain is not looked for again as long as this. */
    private static final Duration VAIN_LOOK_PAUSE = Duration.ofSeconds(1);
    /** While so many ids were looked for in vain, nothing is looked for. */
    private static final int VAIN_IDS_MAX = 16;

    private final InstrumentReader reader;
    private final InstantSource clock;
    private volatile InstrumentTable instruments;
    /** Ids that were looked for in vain, and when they may be looked for again. */
    private final Map<String, Instant> vain = new HashMap<>();

    ReferenceData(InstrumentReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
        this.instruments = InstrumentTable.of(List.of());
    }

    @Override
    public void onApplicationEvent(ApplicationStartupEvent event) {
        prime();
    }

    /** The first of all that starts. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** Returns when the instruments are read; waits for PostgreSQL while it is away. */
    void prime() {
        Patience.until("PostgreSQL to read the instruments", this::read);
    }

    /** The instruments as of the last refresh. A decision takes it once and keeps it. */
    public InstrumentTable instruments() {
        return instruments;
    }

    /**
     * The instruments, with those that another function has named. It may know one that was listed a moment ago: if the
     * table lacks one, it is read again at once. What is missing then is in no table.
     */
    public InstrumentTable instrumentsWith(Collection<String> named) {
        InstrumentTable known = instruments;
        return known.hasAll(named) ? known : look(named);
    }

    private synchronized InstrumentTable look(Collection<String> named) {
        Instant now = clock.instant();
        vain.values().removeIf(until -> !until.isAfter(now));
        if (vain.size() < VAIN_IDS_MAX && missing(named).anyMatch(id -> !vain.containsKey(id))) {
            read();
            missing(named).forEach(id -> vain.put(id, now.plus(VAIN_LOOK_PAUSE)));
        }
        return instruments;
    }

    private Stream<String> missing(Collection<String> named) {
        return named.stream().filter(id -> instruments.find(id).isEmpty());
    }

    /** One at a time, so that a table is never replaced by an older one. */
    private synchronized void read() {
        instruments = reader.read();
    }

    /** Reads the instruments again. */
    @Scheduled(initialDelay = "${ringside.reference.refresh:5s}", fixedDelay = "${ringside.reference.refresh:5s}")
    void refresh() {
        try {
            read();
        } catch (RuntimeException e) {
            LOG.warn(
                    "instruments could not be read again, the table of {} stays",
                    instruments.all().size(),
                    e);
        }
    }
}
