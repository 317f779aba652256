package io.ringside.marketdata.quote;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.market.Quote;
import java.time.InstantSource;

/** Core NATS: nobody acknowledges, a memory stream keeps the last of each instrument. */
public final class NatsQuoteOutlet implements QuoteOutlet {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final String TYPE = "quote";

    private final Connection connection;
    private final InstantSource clock;

    public NatsQuoteOutlet(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** While the server is away nothing is taken: the client would only store prices that are old when it is back. */
    @Override
    public boolean publish(Quote quote) {
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            return false;
        }
        try {
            Headers headers = new Headers();
            headers.put(io.ringside.contracts.Headers.PUBLISHED_AT, nowNanos());
            headers.put(io.ringside.contracts.Headers.TYPE, TYPE);
            connection.publish(Subjects.quote(quote.instrument()), headers, Wire.encode(quote));
            return true;
        } catch (IllegalStateException e) {
            // The connection was closed, or its queue is full: both mean "not now".
            return false;
        }
    }

    private String nowNanos() {
        var now = clock.instant();
        return Long.toString(now.getEpochSecond() * NANOS_PER_SECOND + now.getNano());
    }
}
