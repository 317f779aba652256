package io.ringside.execution.watch;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.impl.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import io.ringside.contracts.venue.CloseTradingDay;
import io.ringside.contracts.venue.MatchVenueOrders;
import io.ringside.execution.watch.Interest.Ending;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * Sends {@code cmd.venue.match} and {@code cmd.venue.close}. A command carries what the watcher saw, so that it is in
 * the log, and is named by it, so that several watchers of one instrument have the effect of one.
 */
@Singleton
final class WatcherCommands {
    private final JetStream stream;

    WatcherCommands(Connection connection) {
        try {
            this.stream = connection.jetStream();
        } catch (IOException e) {
            throw new UncheckedIOException("no JetStream", e);
        }
    }

    /**
     * This quote crosses. Completes when the stream has the command.
     *
     * @param round tells a command from those sent before it in vain, to an instrument that was halted then
     */
    CompletableFuture<?> match(Quote quote, long round) {
        String id = "match/" + quote.instrument() + '/' + quote.sequence() + '/' + round;
        return send("match", quote.instrument(), id, new MatchVenueOrders(quote.instrument(), quote));
    }

    /**
     * The day of this order is over. Completes when the stream has the command.
     *
     * @param round tells a command from those sent before it in vain. One that came too early by the log's time has had
     *     its effect, which was none, and the same id would have none for ever.
     */
    CompletableFuture<?> close(String instrument, Ending ending, long round) {
        String id = "close/" + instrument + '/' + ending.end() + '/' + ending.arrival() + '/' + round;
        return send("close", instrument, id, new CloseTradingDay(instrument, ending.end()));
    }

    private CompletableFuture<?> send(String verb, String instrument, String id, Object command) {
        var headers = new Headers();
        headers.put(io.ringside.contracts.Headers.MESSAGE_ID, id);
        headers.put(io.ringside.contracts.Headers.TYPE, "venue." + verb);
        return stream.publishAsync(Subjects.venueCommand(verb, instrument), headers, Wire.encode(command));
    }
}
