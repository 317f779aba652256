package io.ringside.marketdata.kraken;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ringside.marketdata.book.BookLevel;
import io.ringside.marketdata.book.DecimalText;
import io.ringside.marketdata.kraken.KrakenMessage.BookSnapshot;
import io.ringside.marketdata.kraken.KrakenMessage.BookUpdate;
import io.ringside.marketdata.kraken.KrakenMessage.Heartbeat;
import io.ringside.marketdata.kraken.KrakenMessage.Other;
import io.ringside.marketdata.kraken.KrakenMessage.SubscriptionStatus;
import io.ringside.marketdata.kraken.KrakenMessage.SystemStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one frame token by token: a tree of objects per frame would cost more than the book does. */
public final class KrakenDecoder {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MICROS_DECIMALS = 6;

    private KrakenDecoder() {}

    /**
     * @throws IOException when the frame is not of this protocol
     */
    public static KrakenMessage decode(String frame) throws IOException {
        try (JsonParser json = JSON.createParser(frame)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                return new BookFrame().read(json);
            }
            if (first == JsonToken.START_OBJECT) {
                return event(json);
            }
            throw new IOException("neither an event nor a book message");
        } catch (RuntimeException e) {
            throw new IOException("not a message of this feed: " + e.getMessage(), e);
        }
    }

    private static KrakenMessage event(JsonParser json) throws IOException {
        String event = "";
        String status = "";
        String pair = "";
        String error = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "event" -> event = json.getText();
                case "status" -> status = json.getText();
                case "pair" -> pair = json.getText();
                case "errorMessage" -> error = json.getText();
                default -> json.skipChildren();
            }
        }
        return switch (event) {
            case "heartbeat" -> new Heartbeat();
            case "systemStatus" -> new SystemStatus(status);
            case "subscriptionStatus" -> new SubscriptionStatus(pair, status, error);
            default -> new Other(event);
        };
    }

    /** {@code [channel, {levels}, {levels}?, "book-<depth>", "<pair>"]}, collected while it is read. */
    private static final class BookFrame {
        private final List<BookLevel> asks = new ArrayList<>();
        private final List<BookLevel> bids = new ArrayList<>();
        private boolean snapshot;
        private @Nullable Long checksum;

        KrakenMessage read(JsonParser json) throws IOException {
            json.nextToken();
            long channel = json.getLongValue();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                readLevels(json);
            }
            String name = json.getText();
            String pair = Objects.requireNonNullElse(json.nextTextValue(), "");
            if (!name.startsWith("book-") || pair.isEmpty()) {
                return new Other(name);
            }
            return snapshot
                    ? new BookSnapshot(channel, pair, asks, bids)
                    : new BookUpdate(channel, pair, asks, bids, checksum);
        }

        private void readLevels(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "a" -> readSide(json, asks);
                    case "b" -> readSide(json, bids);
                    case "as" -> {
                        snapshot = true;
                        readSide(json, asks);
                    }
                    case "bs" -> {
                        snapshot = true;
                        readSide(json, bids);
                    }
                    case "c" -> checksum = Long.parseLong(json.getText());
                    default -> json.skipChildren();
                }
            }
        }

        private static void readSide(JsonParser json, List<BookLevel> side) throws IOException {
            while (json.nextToken() == JsonToken.START_ARRAY) {
                String price = text(json);
                String volume = text(json);
                long atMicros = micros(text(json));
                side.add(new BookLevel(price, volume, atMicros));
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    // A fourth element "r" says that the level was sent before; it changes nothing.
                    json.skipChildren();
                }
            }
        }

        private static String text(JsonParser json) throws IOException {
            String text = json.nextTextValue();
            if (text == null) {
                throw new IOException("a level of other than texts");
            }
            return text;
        }

        private static long micros(String seconds) {
            return DecimalText.unscaled(seconds, MICROS_DECIMALS);
        }
    }
}
