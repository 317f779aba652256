package io.ringside.marketdata.kraken;

import io.ringside.marketdata.book.BookLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Kraken sends on its public feed, version 1. */
public sealed interface KrakenMessage {
    /** Something of the feed is alive. */
    record Heartbeat() implements KrakenMessage {}

    /** The exchange's own state, for example {@code online} or {@code maintenance}. */
    record SystemStatus(String status) implements KrakenMessage {}

    /**
     * Answer to a subscription or its end.
     *
     * @param status {@code subscribed}, {@code unsubscribed} or {@code error}
     * @param error why it was refused
     */
    record SubscriptionStatus(
            String pair, String status, @Nullable String error) implements KrakenMessage {}

    /** The whole book of a pair. */
    record BookSnapshot(long channel, String pair, List<BookLevel> asks, List<BookLevel> bids)
            implements KrakenMessage {}

    /**
     * Changes of a pair's book.
     *
     * @param checksum of the book after these changes; null when the message carries none
     */
    record BookUpdate(
            long channel,
            String pair,
            List<BookLevel> asks,
            List<BookLevel> bids,
            @Nullable Long checksum) implements KrakenMessage {}

    /** Anything else, named by its event. */
    record Other(String event) implements KrakenMessage {}
}
