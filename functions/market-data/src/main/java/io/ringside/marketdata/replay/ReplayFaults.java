package io.ringside.marketdata.replay;

import io.ringside.marketdata.kraken.KrakenMessage.BookUpdate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shall go wrong. A fault strikes the next telling update of its pair: one that changes the checksum, so that its
 * loss can be noticed.
 */
final class ReplayFaults {
    /** What happens to a message on its way. */
    enum Fault {
        CORRUPT,
        DROP;

        /**
         * @throws IllegalArgumentException when there is no such fault
         */
        static Fault named(@Nullable String name) {
            return valueOf(String.valueOf(name).toUpperCase(Locale.ROOT));
        }
    }

    private final Map<String, Fault> ordered = new HashMap<>();
    private final Map<String, Long> checksums = new HashMap<>();

    void order(String pair, Fault fault) {
        ordered.put(pair, fault);
    }

    /** The text that is really sent; null when the message is dropped. */
    @Nullable
    String strike(CapturedFrame frame, String text) {
        if (!(frame.message() instanceof BookUpdate update) || update.checksum() == null) {
            return text;
        }
        Long before = checksums.put(update.pair(), update.checksum());
        boolean telling = !update.checksum().equals(before);
        Fault fault = telling ? ordered.remove(update.pair()) : null;
        if (fault == null) {
            return text;
        }
        return switch (fault) {
            case CORRUPT -> frame.corrupted(text);
            case DROP -> null;
        };
    }
}
