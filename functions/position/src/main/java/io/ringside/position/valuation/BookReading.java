package io.ringside.position.valuation;

import io.ringside.position.held.PositionStore;
import io.ringside.reference.ReferenceData;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the store into the book when ownership changed, and from time to time in case anything was missed. */
@Singleton
final class BookReading {
    private static final Logger LOG = LoggerFactory.getLogger(BookReading.class);
    private static final long NEVER = -1;

    private final PositionBook book;
    private final PositionStore store;
    private final ReferenceData reference;
    private final ValuationSettings settings;
    private long readFor = NEVER;
    private Instant next = Instant.MIN;

    BookReading(PositionBook book, PositionStore store, ReferenceData reference, ValuationSettings settings) {
        this.book = book;
        this.store = store;
        this.reference = reference;
        this.settings = settings;
    }

    /**
     * Reads if it is time to, and not before the instruments are known. A reading that fails is tried again after
     * {@code refresh}.
     */
    void readIfDue(Instant now) {
        long ownerships = book.ownerships();
        boolean taken = ownerships != readFor;
        if ((!taken && now.isBefore(next)) || reference.instruments().all().isEmpty()) {
            return;
        }
        try {
            book.restore(store.all(reference.instruments()));
            next = now.plus(settings.reload());
        } catch (RuntimeException e) {
            LOG.warn("positions could not be read, trying again: {}", e.getMessage());
            next = now.plus(settings.refresh());
        }
        readFor = ownerships;
    }
}
