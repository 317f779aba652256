package io.ringside.execution.paper;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.impl.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.venue.MatchVenueOrders;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * Sends {@code cmd.venue.match}. The command carries the quote, so that what the decision saw is in the log, and
 * is named by it, so that several watchers of one instrument have the effect of one.
 */
@Singleton
final class MatchCommands {
    private final JetStream stream;

    MatchCommands(Connection connection) {
        try {
            this.stream = connection.jetStream();
        } catch (IOException e) {
            throw new UncheckedIOException("no JetStream", e);
        }
    }

    /** Completes when the stream has the command. */
    CompletableFuture<?> send(Quote quote) {
        var headers = new Headers();
        headers.put(io.ringside.contracts.Headers.MESSAGE_ID, "match/" + quote.instrument() + '/' + quote.sequence());
        headers.put(io.ringside.contracts.Headers.TYPE, "venue.match");
        byte[] body = Wire.encode(new MatchVenueOrders(quote.instrument(), quote));
        return stream.publishAsync(Subjects.venueCommand("match", quote.instrument()), headers, body);
    }
}
