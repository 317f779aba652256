package io.ringside.reference;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.ApplicationStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import io.ringside.trading.instrument.InstrumentTable;
import jakarta.inject.Singleton;
import java.util.List;
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

    private final InstrumentReader reader;
    private volatile InstrumentTable instruments;

    ReferenceData(InstrumentReader reader) {
        this.reader = reader;
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
        Patience.until("PostgreSQL to read the instruments", () -> instruments = reader.read());
    }

    /** The instruments as of the last refresh. A decision takes it once and keeps it. */
    public InstrumentTable instruments() {
        return instruments;
    }

    /** Reads the instruments again. */
    @Scheduled(initialDelay = "${ringside.reference.refresh:5s}", fixedDelay = "${ringside.reference.refresh:5s}")
    void refresh() {
        try {
            instruments = reader.read();
        } catch (RuntimeException e) {
            LOG.warn(
                    "instruments could not be read again, the table of {} stays",
                    instruments.all().size(),
                    e);
        }
    }
}
