package io.ringside.marketdata.replay;

import io.ringside.marketdata.book.BookLevel;
import io.ringside.marketdata.book.OrderBook;
import io.ringside.marketdata.kraken.KrakenMessage;
import io.ringside.marketdata.kraken.KrakenMessage.BookSnapshot;
import io.ringside.marketdata.kraken.KrakenMessage.BookUpdate;
import io.ringside.marketdata.kraken.KrakenRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The books as the exchange had them at this point of the recording, whatever was corrupted or dropped on the way to a
 * client. They are cut at the depth that was recorded, exactly as a client cuts them, so that a snapshot made from
 * here fits every checksum that follows.
 */
final class TrueBooks {
    private final Map<String, OrderBook> books = new HashMap<>();
    private final Map<String, Long> channels;

    TrueBooks(Map<String, Long> channels) {
        this.channels = channels;
    }

    void apply(KrakenMessage message) {
        if (message instanceof BookSnapshot snapshot) {
            books.computeIfAbsent(snapshot.pair(), pair -> new OrderBook(KrakenRequest.DEPTH))
                    .replace(snapshot.asks(), snapshot.bids());
        } else if (message instanceof BookUpdate update) {
            OrderBook book = books.get(update.pair());
            if (book != null) {
                book.apply(update.asks(), update.bids());
            }
        }
    }

    /** The message that a subscriber gets first; null while the recording has not come to the pair's snapshot. */
    @Nullable
    String snapshot(String pair, long shiftMicros) {
        OrderBook book = books.get(pair);
        if (book == null) {
            return null;
        }
        StringBuilder json = new StringBuilder(128 * 1024).append('[').append(channels.get(pair));
        levels(json.append(",{\"as\":["), book.asks(), shiftMicros);
        levels(json.append("],\"bs\":["), book.bids(), shiftMicros);
        return json.append("]},\"book-")
                .append(KrakenRequest.DEPTH)
                .append("\",\"")
                .append(pair)
                .append("\"]")
                .toString();
    }

    private static void levels(StringBuilder json, List<BookLevel> levels, long shiftMicros) {
        String separator = "";
        for (BookLevel level : levels) {
            json.append(separator).append("[\"").append(level.price());
            json.append("\",\"").append(level.volume());
            json.append("\",\"")
                    .append(EpochText.of(level.atMicros() + shiftMicros))
                    .append("\"]");
            separator = ",";
        }
    }
}
