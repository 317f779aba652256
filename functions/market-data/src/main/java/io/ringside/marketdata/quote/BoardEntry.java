package io.ringside.marketdata.quote;

import io.ringside.contracts.market.Quote;
import io.ringside.marketdata.book.DecimalText;
import io.ringside.marketdata.feed.TopOfBook;
import io.ringside.marketdata.instrument.TradedInstrument;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The latest price of one instrument and what of it is not published yet. */
final class BoardEntry {
    private TradedInstrument instrument;
    private @Nullable TopOfBook top;
    private boolean stale;
    private long sequence;
    private boolean due;

    BoardEntry(TradedInstrument instrument) {
        this.instrument = instrument;
    }

    /** A row may have changed its scales; the next price is written with the new ones. */
    void instrument(TradedInstrument changed) {
        instrument = changed;
    }

    /**
     * Takes a new top of book.
     *
     * @return whether anything changed for a reader
     * @throws ArithmeticException when it cannot be written with the instrument's scales
     */
    boolean change(TopOfBook raw, Instant now) {
        if (!stale && raw.sameAs(top)) {
            return false;
        }
        TopOfBook checked = new TopOfBook(
                rescaled(raw.bid(), instrument.priceScale()),
                rescaled(raw.bidSize(), instrument.quantityScale()),
                rescaled(raw.ask(), instrument.priceScale()),
                rescaled(raw.askSize(), instrument.quantityScale()),
                raw.at());
        if (!stale && checked.sameAs(top)) {
            return false;
        }
        top = checked;
        stale = false;
        advance(now);
        return true;
    }

    /** Marks it stale; false when there is nothing to mark or it is marked already. */
    boolean expire(Instant now) {
        if (top == null || stale) {
            return false;
        }
        stale = true;
        advance(now);
        return true;
    }

    boolean isStale() {
        return stale;
    }

    boolean isDue() {
        return due;
    }

    void published(boolean handedOver) {
        due = !handedOver;
    }

    /** The quote as of now; null while the instrument never had a price. */
    @Nullable
    Quote quote(Instant now, String source) {
        TopOfBook shown = top;
        return shown == null
                ? null
                : new Quote(
                        instrument.id(),
                        shown.bid(),
                        shown.bidSize(),
                        shown.ask(),
                        shown.askSize(),
                        sequence,
                        stale,
                        shown.at(),
                        now,
                        source);
    }

    /** Microseconds since the epoch, or one more than before: it grows across restarts without being stored. */
    private void advance(Instant now) {
        sequence = Math.max(sequence + 1, ChronoUnit.MICROS.between(Instant.EPOCH, now));
        due = true;
    }

    private static @Nullable String rescaled(@Nullable String text, int scale) {
        return text == null ? null : DecimalText.rescaled(text, scale);
    }
}
