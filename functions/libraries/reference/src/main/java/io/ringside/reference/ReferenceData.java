package io.ringside.reference;

import io.micronaut.scheduling.annotation.Scheduled;
import io.ringside.trading.instrument.InstrumentTable;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instruments of the floor, read at start and again every {@code ringside.reference.refresh} (one minute). A
 * refresh that fails keeps the table that is there: what is open or halted may then be known late, and the log says so.
 */
@Singleton
public class ReferenceData {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceData.class);

    private final InstrumentReader reader;
    private volatile InstrumentTable instruments;

    ReferenceData(InstrumentReader reader) {
        this.reader = reader;
        this.instruments = reader.read();
    }

    /** The instruments as of the last refresh. A decision takes it once and keeps it. */
    public InstrumentTable instruments() {
        return instruments;
    }

    /** Reads the instruments again. */
    @Scheduled(initialDelay = "${ringside.reference.refresh:60s}", fixedDelay = "${ringside.reference.refresh:60s}")
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
