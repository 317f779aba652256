package io.ringside.marketdata.quote;

/**
 * How many quotes may leave now. A server that stores them without acknowledgement drops bursts of 300,000 a second
 * with only a line in its log, so what is over the budget waits and is overtaken by newer prices.
 */
final class PublishBudget {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long nanosPerQuote;
    private final long burstNanos;
    private long paidUntilNanos;

    PublishBudget(int quotesPerSecondMax, int burstQuotesMax) {
        this.nanosPerQuote = NANOS_PER_SECOND / quotesPerSecondMax;
        this.burstNanos = nanosPerQuote * burstQuotesMax;
    }

    /** Takes one quote from the budget if there is one. */
    boolean take(long nowNanos) {
        if (paidUntilNanos > nowNanos) {
            // The clock was set back: nothing may wait for the old time to return.
            paidUntilNanos = nowNanos - nanosPerQuote;
        }
        paidUntilNanos = Math.max(paidUntilNanos, nowNanos - burstNanos);
        if (paidUntilNanos + nanosPerQuote > nowNanos) {
            return false;
        }
        paidUntilNanos += nanosPerQuote;
        return true;
    }
}
