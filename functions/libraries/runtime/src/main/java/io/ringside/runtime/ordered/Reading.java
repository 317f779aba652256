package io.ringside.runtime.ordered;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.ringside.runtime.Source;
import io.ringside.runtime.tenure.Tenure;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader of what a loop holds: there is none until something is held, and a new one after any trouble. */
final class Reading {
    private final Connection nats;
    private final List<Source> sources;
    private final Tenure tenure;
    private volatile @Nullable StreamReader reader;
    private volatile long lagBefore;

    Reading(Connection nats, List<Source> sources, Tenure tenure) {
        this.nats = nats;
        this.sources = sources;
        this.tenure = tenure;
    }

    /** The reader, opened after the cursors if there is none; null while nothing is held. */
    @Nullable
    StreamReader open() throws IOException, JetStreamApiException {
        StreamReader open = reader;
        if (open == null && !tenure.holdings().isEmpty()) {
            open = StreamReader.open(nats, sources, tenure.holdings().values());
            reader = open;
        }
        return open;
    }

    /** The reader as it is. */
    @Nullable
    StreamReader current() {
        return reader;
    }

    void close() {
        StreamReader open = reader;
        reader = null;
        if (open != null) {
            lagBefore = open.lag();
            open.close();
        }
    }

    /** Messages of the log that wait; while nothing is read, as many as were known last. */
    long lag() {
        StreamReader open = reader;
        return open == null ? lagBefore : open.lag();
    }
}
