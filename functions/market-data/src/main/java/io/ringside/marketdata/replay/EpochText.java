package io.ringside.marketdata.replay;

import io.ringside.marketdata.book.DecimalText;

/** Times as the feed writes them: seconds since the epoch with six decimals. */
final class EpochText {
    /** Characters of a time between the years 2001 and 2286. */
    static final int LENGTH = 17;

    private static final int MICROS_DECIMALS = 6;

    private EpochText() {}

    static long micros(String seconds) {
        return DecimalText.unscaled(seconds, MICROS_DECIMALS);
    }

    static String of(long micros) {
        return DecimalText.of(micros, MICROS_DECIMALS);
    }
}
