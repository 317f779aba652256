package io.ringside.gateway.market;

import io.nats.client.Message;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.gateway.nats.DirectGet;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last quotes as stream QUOTES has them. */
@Singleton
final class LastQuotes {
    private static final Logger LOG = LoggerFactory.getLogger(LastQuotes.class);
    private static final String STREAM = "QUOTES";
    /** Quotes in one answer. */
    private static final int QUOTES_MAX = 1_000;

    private final DirectGet directGet;

    LastQuotes(DirectGet directGet) {
        this.directGet = directGet;
    }

    /** A quote and the bytes that it came as. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Seen(Quote quote, byte[] body, long publishedAtNanos) {}

    /** What is stored under these subjects. Blocks. */
    List<Seen> read(Collection<String> subjects) throws IOException, InterruptedException {
        String wanted =
                subjects.stream().map(subject -> '"' + subject + '"').collect(Collectors.joining(",", "[", "]"));
        List<Seen> quotes = new ArrayList<>();
        for (Message message :
                directGet.batch(STREAM, "{\"batch\":" + QUOTES_MAX + ",\"multi_last\":" + wanted + "}")) {
            seen(message).ifPresent(quotes::add);
        }
        return quotes;
    }

    static Optional<Seen> seen(Message message) {
        try {
            Quote quote = Wire.decode(message.getData(), Quote.class);
            return Optional.of(new Seen(quote, message.getData(), publishedAtNanos(message)));
        } catch (Wire.UndecodableException e) {
            LOG.warn("a quote cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static long publishedAtNanos(Message message) {
        String at = message.hasHeaders() ? message.getHeaders().getFirst(Headers.PUBLISHED_AT) : null;
        try {
            return at == null ? 0 : Long.parseLong(at);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
