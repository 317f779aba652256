package io.ringside.marketdata.kraken;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of the feed.
 *
 * @param event {@code subscribe} or {@code unsubscribe}; a replay server also knows {@code fault}
 * @param fault what a replay server shall do to the next telling message of the pairs
 */
@Serdeable
public record KrakenRequest(
        String event,
        List<String> pair,
        @Nullable Subscription subscription,
        @Nullable String fault) {
    /** Levels of a side that are asked for: the most that the feed offers. */
    public static final int DEPTH = 1000;

    private static final ObjectMapper JSON = ObjectMapper.getDefault();

    /** The channel and its depth. */
    @Serdeable
    public record Subscription(String name, int depth) {}

    static KrakenRequest subscribe(List<String> pairs) {
        return new KrakenRequest("subscribe", pairs, new Subscription("book", DEPTH), null);
    }

    static KrakenRequest unsubscribe(List<String> pairs) {
        return new KrakenRequest("unsubscribe", pairs, new Subscription("book", DEPTH), null);
    }

    /** As it travels. */
    public String encoded() {
        try {
            return JSON.writeValueAsString(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IOException when the text is no request
     */
    public static KrakenRequest decode(String text) throws IOException {
        KrakenRequest request = Objects.requireNonNull(JSON.readValue(text, Argument.of(KrakenRequest.class)));
        if (request.event == null || request.pair == null) {
            throw new IOException("a request needs an event and pairs");
        }
        return request;
    }
}
